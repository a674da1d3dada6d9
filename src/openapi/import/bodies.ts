import type { MethodResponse } from '../../model/index.ts';
import { type JsonObject, member, objectAt, objectEntries, textAt, textsAt } from '../values.ts';
import type { Reading } from './reading.ts';
import { resolve } from './references.ts';

type ModelsByType = Readonly<Record<string, string>>;

/** Content type to model name, for what an operation takes. */
export function requestModels(
  operation: JsonObject,
  parameters: readonly JsonObject[],
  reading: Reading,
): ModelsByType | undefined {
  if (reading.dialect.version === 'swagger') {
    const body = parameters.find((parameter) => textAt(parameter, 'in') === 'body');
    return body && sameModel(objectAt(body, 'schema'), mediaTypes(operation, 'consumes', reading), reading);
  }
  const written = member(operation, 'requestBody');
  return written === undefined ? undefined : contentModels(resolve(reading.document, written, reading.report), reading);
}

/**
 * The responses that an operation declares by status. `default` and ranges have no counterpart in a method, and neither has
 * a body that is no object or list (guide page api-gateway-known-issues).
 */
export function methodResponses(operation: JsonObject, reading: Reading): readonly MethodResponse[] {
  return Object.entries(objectAt(operation, 'responses') ?? {}).flatMap(([statusCode, written]) => {
    if (!/^[1-5]\d\d$/.test(statusCode)) return [];
    const response = resolve(reading.document, written, reading.report) ?? {};
    const headers = Object.keys(objectAt(response, 'headers') ?? {});
    const responseModels =
      reading.dialect.version === 'swagger'
        ? sameModel(objectAt(response, 'schema'), mediaTypes(operation, 'produces', reading), reading)
        : contentModels(response, reading);
    return {
      statusCode,
      ...(headers.length > 0 && {
        responseParameters: Object.fromEntries(headers.map((name) => [`method.response.header.${name}`, false])),
      }),
      ...(responseModels && { responseModels }),
    };
  });
}

/** OpenAPI 3.0 gives every content type a schema of its own. */
function contentModels(holder: JsonObject | undefined, reading: Reading): ModelsByType | undefined {
  const models = objectEntries(objectAt(holder ?? {}, 'content')).flatMap(([contentType, media]) => {
    const schema = objectAt(media, 'schema');
    const name = schema && reading.models.nameFor(schema);
    return name === undefined ? [] : [[contentType, name] as const];
  });
  return models.length > 0 ? Object.fromEntries(models) : undefined;
}

/** Swagger 2.0 gives one schema for all content types. */
function sameModel(
  schema: JsonObject | undefined,
  contentTypes: readonly string[],
  reading: Reading,
): ModelsByType | undefined {
  const name = schema && reading.models.nameFor(schema);
  return name === undefined ? undefined : Object.fromEntries(contentTypes.map((type) => [type, name]));
}

/** `consumes` or `produces` of the operation, else of the file, else JSON. */
function mediaTypes(operation: JsonObject, name: 'consumes' | 'produces', { document }: Reading): readonly string[] {
  const types = [operation, document].map((holder) => textsAt(holder, name)).find((found) => found?.length);
  return types ?? ['application/json'];
}
