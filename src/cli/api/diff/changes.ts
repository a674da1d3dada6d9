import { differences } from '../../../json/index.ts';

/** One thing that differs between two states of an API. */
export interface ApiChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What it is, as people say it: `GET /pets`, `model Pet`, `the API`. */
  readonly subject: string;
  /** Where the subject differs; empty for one that came or went. */
  readonly details: readonly ValueChange[];
}

/** One value that differs; undefined where there is none. */
export interface ValueChange {
  /** Member names joined by dots. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Document = Readonly<Record<string, unknown>>;

/** What of a document says when and where it was exported, and nothing of the API. */
const OF_THE_EXPORT = new Set(['openapi', 'servers', 'x-amazon-apigateway-importexport-version']);

/**
 * Compares two states of an API, both as OpenAPI 3.0 documents that `GetExport` wrote with all extensions. Methods come first,
 * in the order of their paths, then models and whatever else an API consists of.
 */
export function apiChanges(before: Document, after: Document): readonly ApiChange[] {
  const was = subjectsOf(before);
  const is = subjectsOf(after);
  const subjects = [...new Set([...was.keys(), ...is.keys()])];
  return subjects.flatMap((subject): ApiChange[] => {
    if (!was.has(subject)) return [{ kind: 'added', subject, details: [] }];
    if (!is.has(subject)) return [{ kind: 'removed', subject, details: [] }];
    const details = differences(was.get(subject), is.get(subject)).map(
      ({ path, before, after }): ValueChange => ({ path: path.map(shortOf).join('.'), before, after }),
    );
    return details.length === 0 ? [] : [{ kind: 'changed', subject, details }];
  });
}

/** An API taken apart into what people know of it. */
function subjectsOf(document: Document): ReadonlyMap<string, unknown> {
  const subjects = new Map<string, unknown>();
  for (const [path, item] of entriesOf(document.paths)) {
    for (const [verb, operation] of entriesOf(item)) subjects.set(`${verbOf(verb)} ${path}`, operation);
  }
  const components = entriesOf(document.components);
  for (const [section, parts] of components) {
    for (const [name, part] of entriesOf(parts)) subjects.set(`${COMPONENTS[section] ?? section} ${name}`, part);
  }
  for (const [name, response] of entriesOf(document['x-amazon-apigateway-gateway-responses'])) {
    subjects.set(`gateway response ${name}`, response);
  }
  const { paths, components: _, info, 'x-amazon-apigateway-gateway-responses': __, ...rest } = document;
  const own = Object.entries(rest).filter(([name]) => !OF_THE_EXPORT.has(name));
  subjects.set('the API', { info: withoutVersion(info), ...Object.fromEntries(own) });
  return subjects;
}

const COMPONENTS: Readonly<Record<string, string>> = { schemas: 'model', securitySchemes: 'authorizer' };

function verbOf(key: string): string {
  return key === 'x-amazon-apigateway-any-method' ? 'ANY' : key.toUpperCase();
}

/** Where an API has no version of its own, an export gives it the time of the deployment. */
function withoutVersion(info: unknown): unknown {
  const { version, ...rest } = (info ?? {}) as Document;
  return typeof version === 'string' && /^\d{4}-\d\d-\d\dT/.test(version) ? rest : info;
}

/** `x-amazon-apigateway-integration` is `integration` to everybody who reads a diff. */
function shortOf(name: string): string {
  return name.replace(/^x-amazon-apigateway-/, '');
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
