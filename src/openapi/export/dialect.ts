import type { MethodResponse } from '../../model/index.ts';
import type { JsonObject } from '../values.ts';
import type { ExportedApi, ExportType } from './api.ts';

/** A parameter of a method, whatever version it is written in. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** Of the documentation. */
  readonly about: JsonObject;
}

/** What a method takes and gives, before it is written in one version's words. */
export interface Messages {
  readonly parameters: readonly Parameter[];
  /** Content type to model name. */
  readonly requestModels: Readonly<Record<string, string>>;
  readonly aboutRequestBody: JsonObject;
  readonly responses: readonly DescribedResponse[];
  /** Content types that templates read and write, besides those of models. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

export interface DescribedResponse extends MethodResponse {
  readonly description: string;
  readonly about: JsonObject;
  /** Of the documentation, by the header's name. */
  readonly headers: Readonly<Record<string, JsonObject>>;
}

/** How one version of OpenAPI writes the things that both know. */
export interface WritingDialect {
  readonly type: ExportType;
  readonly schemaPrefix: string;
  /** `swagger` or `openapi`, and where the API answers, around `info`. */
  frame(api: ExportedApi, info: JsonObject): JsonObject;
  /** The members of an operation that say what it takes and gives. */
  messages(messages: Messages): JsonObject;
  /** The members of the document that hold what others refer to. */
  components(schemas: JsonObject | undefined, securitySchemes: JsonObject | undefined): JsonObject;
}
