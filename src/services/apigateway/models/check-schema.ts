import { checkSchema, isObject, type JsonObject } from '../../../json-schema/index.ts';
import type { Model } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { validationResult } from '../mapping-expressions.ts';
import { modelNameOf } from './model-url.ts';

/**
 * Checks a model's schema: a schema of draft 4 when the model is of JSON (facts D80, D81), and references that lead to a model
 * of the API. `xml`, OpenAPI's word for how a member looks in XML, is taken where AWS refuses it.
 * @param others the names of the API's models, this one's among them or not
 * @throws {ServiceError} 400 with AWS's text
 */
export function checkModelSchema(
  { name, contentType, schema }: Pick<Model, 'name' | 'contentType' | 'schema'>,
  restApiId: string,
  others: ReadonlySet<string>,
): void {
  if (schema.trim() === '') throw badRequest('Model schema must have at least 1 property or array items defined');
  if (Buffer.byteLength(schema) > LIMITS.modelSchemaBytes) {
    throw invalidModel(`Model schema exceeds ${LIMITS.modelSchemaBytes} bytes`);
  }
  const document = parseSchema(schema);
  if (document === undefined) {
    if (!isJsonType(contentType)) return;
    throw invalidModel('Invalid model schema specified');
  }
  const { malformed, unsupportedKeywords, references } = checkSchema(document);
  if (unsupportedKeywords.length > 0) {
    throw invalidModel(
      `Invalid model schema specified. Unsupported keyword(s): ${JSON.stringify(unsupportedKeywords)}`,
    );
  }
  if (malformed.length > 0) throw invalidModel('Invalid model schema specified');
  for (const { to } of references) checkReference(to, restApiId, (other) => other === name || others.has(other));
}

/** The schema of a model as an object; undefined when it is none, which only a model that is not of JSON may have. */
export function parseSchema(schema: string): JsonObject | undefined {
  try {
    const document: unknown = JSON.parse(schema);
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

function checkReference(reference: string, restApiId: string, isModel: (name: string) => boolean): void {
  const hash = reference.indexOf('#');
  const url = hash < 0 ? reference : reference.slice(0, hash);
  if (url === '') return;
  const name = modelNameOf(restApiId, url);
  if (name === undefined) throw invalidModel('Model reference must be in canonical form');
  if (!isModel(name)) throw invalidModel(`Invalid model reference specified: ${reference}`);
}

function isJsonType(contentType: string): boolean {
  return /^[^;]*\bjson\b/i.test(contentType);
}

/** AWS's frame around what is wrong with a model (aws-cdk issues 14585 and 27433, aws-apigateway-importer issue 75). */
function invalidModel(error: string) {
  return badRequest(`Invalid model specified: ${validationResult(error)}`);
}
