import { checkSchema } from '../../../../../src/json-schema/check-schema.ts';
import type { Problem } from '../../../parts/code-editor/index.tsx';
import type { JsonPath, ReadJson } from '../../../parts/json-editor/index.tsx';
import { models } from '../../../texts/en/models.ts';
import { referredModel } from '../model-url.ts';

const texts = models.problems;

/** What a schema stands among. */
export interface Surroundings {
  readonly restApiId: string;
  /** Of the API's models, this one's among them. */
  readonly names: ReadonlySet<string>;
}

/** Whether a model's schema is looked at (as the server decides it); what is not JSON is kept as it is. */
export function isJsonType(contentType: string): boolean {
  return /^[^;]*\bjson\b/i.test(contentType);
}

/** What API Gateway would refuse of a schema, and where it stands; by the server's own rules. */
export function schemaProblems({ value, placeOf }: ReadJson, around: Surroundings): readonly Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ line: 1, message: texts.noObject }];
  const { malformed, unsupported, references } = checkSchema(value);
  const at = (pointer: string, message: string): Problem => ({ ...placeOf(pathOf(pointer, value)), message });
  return [
    ...unsupported.map((pointer) => at(pointer, texts.unsupported(lastOf(pointer)))),
    ...innermost(malformed).map((pointer) => at(pointer, malformedText(pointer))),
    ...references.flatMap(({ at: pointer, to }) => {
      const message = referenceProblem(to, around);
      return message === undefined ? [] : [at(pointer, message)];
    }),
  ].sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
}

function malformedText(pointer: string): string {
  const keyword = lastOf(pointer);
  const expected = texts.expected[keyword];
  // A schema within another that is none: of `properties` or `items`, whose names are no keywords.
  return expected === undefined ? texts.deep : texts.malformed(keyword, expected);
}

/** What is wrong within a list or an object makes that one wrong, too; to say it once is enough. */
function innermost(pointers: readonly string[]): readonly string[] {
  return pointers.filter((pointer) => !pointers.some((other) => other.startsWith(`${pointer}/`)));
}

function referenceProblem(reference: string, { restApiId, names }: Surroundings): string | undefined {
  if (reference.startsWith('#')) return undefined;
  const name = referredModel(restApiId, reference);
  if (name === undefined) return texts.notCanonical;
  return names.has(name) ? undefined : texts.unknown(name);
}

/** A JSON pointer's names, and its indices as numbers. */
function pathOf(pointer: string, document: unknown): JsonPath {
  let value = document;
  return tokensOf(pointer).map((token) => {
    const isItem = Array.isArray(value);
    value = (value as Readonly<Record<string, unknown>>)[token];
    return isItem ? Number(token) : token;
  });
}

function lastOf(pointer: string): string {
  return tokensOf(pointer).at(-1) ?? '';
}

function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
