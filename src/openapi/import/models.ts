import { createHash } from 'node:crypto';
import type { DefinedModel } from '../definition.ts';
import { OPENAPI_LIMITS } from '../limits.ts';
import { printJson } from '../text/print-json.ts';
import { isObject, type JsonObject, objectAt, textAt } from '../values.ts';
import { checkCount } from './check-count.ts';
import type { Dialect } from './dialect.ts';
import type { Report } from './report.ts';
import { convertSchema, isStructured } from './schema.ts';

/** Model names that API Gateway takes (guide page api-gateway-known-issues). */
const MODEL_NAME = /^[a-zA-Z0-9]+$/;

export interface ModelNames {
  /** Names of models that the API has already and keeps. */
  readonly existing: ReadonlySet<string>;
  /** Where a model lies: what references between models say (fact D81). */
  url(name: string): string;
}

/** The models of a file: its named schemas, and those that bodies spell out and that get a name here. */
export class Models {
  readonly #schemas: JsonObject;
  readonly #prefix: string;
  readonly #names: ModelNames;
  readonly #report: Report;
  readonly #models = new Map<string, DefinedModel>();

  constructor(document: JsonObject, dialect: Dialect, names: ModelNames, report: Report) {
    this.#schemas = dialect.schemas(document);
    checkCount('schemas', Object.keys(this.#schemas).length, OPENAPI_LIMITS.entities);
    this.#prefix = dialect.schemaPrefix;
    this.#names = names;
    this.#report = report;
    for (const [name, schema] of Object.entries(this.#schemas)) {
      if (!MODEL_NAME.test(name)) report.warn(`Model name must be alphanumeric: ${name}`);
      else if (isObject(schema)) this.#add(name, schema, this.#convert(schema));
    }
  }

  get all(): readonly DefinedModel[] {
    return [...this.#models.values()];
  }

  /** The name of the model for a body's schema; undefined for one that no model can say. */
  nameFor(schema: JsonObject): string | undefined {
    const reference = textAt(schema, '$ref');
    if (reference !== undefined) return this.#referenced(reference);
    return isStructured(schema) ? this.#nameInline(schema) : undefined;
  }

  #referenced(reference: string): string | undefined {
    const name = reference.startsWith(this.#prefix) ? reference.slice(this.#prefix.length) : reference;
    const known = Object.hasOwn(this.#schemas, name) ? isObject(this.#schemas[name]) : this.#names.existing.has(name);
    if (known && MODEL_NAME.test(name)) return name;
    this.#report.warn(`Reference to model '${name}' not found. Ignoring.`);
    return undefined;
  }

  /** The same schema gets the same name, so that an import that is repeated changes nothing. */
  #nameInline(schema: JsonObject): string {
    const text = this.#convert(schema);
    const name =
      arrayName(schema, this.#prefix) ?? `MODEL${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
    if (!this.#models.has(name)) this.#add(name, schema, text);
    return name;
  }

  #add(name: string, schema: JsonObject, text: string): void {
    checkCount('models', this.#models.size + 1, OPENAPI_LIMITS.entities);
    const description = textAt(schema, 'description');
    this.#models.set(name, {
      name,
      ...(description && { description }),
      contentType: 'application/json',
      schema: text,
    });
  }

  #convert(schema: JsonObject): string {
    return printJson(
      convertSchema(schema, (target) => {
        const name = this.#referenced(target);
        return name === undefined ? {} : { $ref: this.#names.url(name) };
      }),
    );
  }
}

/** `ArrayOfPet` for a list of `Pet` that says nothing else. */
function arrayName(schema: JsonObject, prefix: string): string | undefined {
  const target = textAt(objectAt(schema, 'items') ?? {}, '$ref');
  if (schema.type !== 'array' || Object.keys(schema).length !== 2 || !target?.startsWith(prefix)) return undefined;
  const name = `ArrayOf${target.slice(prefix.length)}`;
  return MODEL_NAME.test(name) ? name : undefined;
}
