import { compileJsonSchema, isObject, type JsonObject, type Validate } from '../../json-schema/index.ts';
import type { Model } from '../../model/index.ts';
import { ConfigurationProblem } from '../method/problem.ts';

/** The models of one deployed API: each is read and compiled when the first method needs it, and once. */
export class StageModels {
  readonly #models: ReadonlyMap<string, Model>;
  readonly #urlPrefix: string;
  readonly #schemas = new Map<string, JsonObject>();
  readonly #validators = new Map<string, Validate>();

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
    const known = this.#validators.get(name);
    if (known !== undefined) return known;
    const made = this.#compile(name);
    this.#validators.set(name, made);
    return made;
  }

  #compile(name: string): Validate {
    try {
      return compileJsonSchema(this.schema(name), (url) => this.#schemaAt(url));
    } catch (error) {
      if (error instanceof ConfigurationProblem || !(error instanceof Error)) throw error;
      throw new ConfigurationProblem(`The model "${name}" cannot be used: ${error.message}`);
    }
  }

  /** @throws {ConfigurationProblem} when there is no such model, or it has no JSON Schema */
  schema(name: string): JsonObject {
    const known = this.#schemas.get(name);
    if (known !== undefined) return known;
    const schema = parsed(this.#models.get(name)?.schema ?? '');
    if (schema === undefined) throw new ConfigurationProblem(`The model "${name}" is no JSON Schema.`);
    this.#schemas.set(name, schema);
    return schema;
  }

  #schemaAt(url: string): JsonObject | undefined {
    const name = url.slice(this.#urlPrefix.length);
    return url.startsWith(this.#urlPrefix) && this.#models.has(name) ? this.schema(name) : undefined;
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
