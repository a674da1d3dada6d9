import { compileJsonSchema, isObject, type JsonObject, type Validate } from '../../json-schema/index.ts';
import type { Model } from '../../model/index.ts';
import { compileXmlConversion, type XmlConversion } from '../../xml/index.ts';
import { ConfigurationProblem } from '../method/problem.ts';

/** The models of one deployed API: each is read and compiled when the first method needs it, and once. */
export class StageModels {
  readonly #models: ReadonlyMap<string, Model>;
  readonly #urlPrefix: string;
  readonly #schemas = new Map<string, JsonObject>();
  readonly #validators = new Map<string, Validate>();
  readonly #conversions = new Map<string, XmlConversion>();

  constructor(models: readonly Model[], apiId: string) {
    this.#models = new Map(models.map((model) => [model.name, model]));
    this.#urlPrefix = `https://apigateway.amazonaws.com/restapis/${apiId}/models/`;
  }

  find(name: string): Model | undefined {
    return this.#models.get(name);
  }

  /**
   * What checks documents against a model.
   * @throws {ConfigurationProblem} when there is no such model, or its schema cannot be used
   */
  validator(name: string): Validate {
    return this.#made(this.#validators, name, (schema) => compileJsonSchema(schema, (url) => this.#schemaAt(url)));
  }

  /**
   * What turns a model's documents from XML into JSON and back.
   * @throws {ConfigurationProblem} when there is no such model, or its schema does not say how its documents look in XML
   */
  xmlConversion(name: string): XmlConversion {
    return this.#made(this.#conversions, name, (schema) =>
      compileXmlConversion(schema, name, (url) => this.#schemaAt(url)),
    );
  }

  #made<T>(known: Map<string, T>, name: string, compile: (schema: JsonObject) => T): T {
    const found = known.get(name);
    if (found !== undefined) return found;
    try {
      const made = compile(this.#schema(name));
      known.set(name, made);
      return made;
    } catch (error) {
      if (error instanceof ConfigurationProblem || !(error instanceof Error)) throw error;
      throw new ConfigurationProblem(`The model "${name}" cannot be used: ${error.message}`);
    }
  }

  /** @throws {ConfigurationProblem} when there is no such model, or it has no JSON Schema */
  #schema(name: string): JsonObject {
    const known = this.#schemas.get(name);
    if (known !== undefined) return known;
    const schema = parsed(this.#models.get(name)?.schema ?? '');
    if (schema === undefined) throw new ConfigurationProblem(`The model "${name}" is no JSON Schema.`);
    this.#schemas.set(name, schema);
    return schema;
  }

  #schemaAt(url: string): JsonObject | undefined {
    const name = url.slice(this.#urlPrefix.length);
    return url.startsWith(this.#urlPrefix) && this.#models.has(name) ? this.#schema(name) : undefined;
  }
}

function parsed(text: string): JsonObject | undefined {
  try {
    const schema: unknown = JSON.parse(text);
    return isObject(schema) ? schema : undefined;
  } catch {
    return undefined;
  }
}
