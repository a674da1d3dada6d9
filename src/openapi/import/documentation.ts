import type { DefinedDocumentationPart } from '../definition.ts';
import { OPENAPI_LIMITS } from '../limits.ts';
import { compact, isObject, type JsonObject, listAt, member, objectAt, objectEntries, textAt } from '../values.ts';
import { checkCount } from './check-count.ts';
import { readParameters } from './parameters.ts';
import type { Operation } from './paths.ts';
import type { Reading } from './reading.ts';
import { resolve } from './references.ts';

type Location = DefinedDocumentationPart['location'];

const EXTENSION = 'x-amazon-apigateway-documentation';

/**
 * The parts of a file's documentation: those of its extension (guide page api-gateway-swagger-extensions-documentation) or,
 * in a file without it, those that its own descriptions make.
 */
export function readDocumentation(
  paths: ReadonlyMap<string, readonly Operation[]>,
  reading: Reading,
): readonly DefinedDocumentationPart[] {
  const extension = objectAt(reading.document, EXTENSION);
  const parts = extension ? readParts(extension, reading) : describedParts(paths, reading);
  checkCount('parts of documentation', parts.length, OPENAPI_LIMITS.documentationParts);
  // One part a place; the last word counts.
  return [...new Map(parts.map((part) => [JSON.stringify(part.location), part])).values()];
}

function readParts(extension: JsonObject, { report }: Reading): readonly DefinedDocumentationPart[] {
  return (listAt(extension, 'documentationParts') ?? []).flatMap((part) => {
    const location = isObject(part) ? objectAt(part, 'location') : undefined;
    const type = location && textAt(location, 'type');
    if (!isObject(part) || !location || !type) {
      report.warn('Unable to create documentation part without a location type. Ignoring.');
      return [];
    }
    const properties = member(part, 'properties');
    const place = compact({
      type,
      path: textAt(location, 'path'),
      method: textAt(location, 'method'),
      statusCode: textAt(location, 'statusCode'),
      name: textAt(location, 'name'),
    });
    return {
      location: place,
      properties: typeof properties === 'string' ? properties : JSON.stringify(properties ?? {}),
    };
  });
}

/** What OpenAPI has a word for, as parts (guide page api-gateway-documenting-api-content-representation). */
function describedParts(
  paths: ReadonlyMap<string, readonly Operation[]>,
  reading: Reading,
): readonly DefinedDocumentationPart[] {
  const { document, dialect } = reading;
  return [
    ...describe({ type: 'API' }, aboutApi(document)),
    ...objectEntries(dialect.securitySchemes(document)).flatMap(([name, scheme]) =>
      objectAt(scheme, 'x-amazon-apigateway-authorizer')
        ? describe({ type: 'AUTHORIZER', name }, pick(scheme, ['description']))
        : [],
    ),
    ...[...paths.values()].flat().flatMap((operation) => aboutOperation(operation, reading)),
  ];
}

function aboutApi(document: JsonObject): JsonObject {
  const info = pick(objectAt(document, 'info') ?? {}, ['description', 'termsOfService', 'contact', 'license']);
  return { ...(Object.keys(info).length > 0 && { info }), ...pick(document, ['tags', 'externalDocs']) };
}

function aboutOperation(at: Operation, reading: Reading): readonly DefinedDocumentationPart[] {
  const { path, httpMethod: method, pathItem, operation } = at;
  const body = objectAt(operation, 'requestBody');
  return [
    ...describe({ type: 'METHOD', path, method }, pick(operation, ['tags', 'summary', 'description', 'externalDocs'])),
    ...readParameters(pathItem, operation, reading).flatMap((parameter) => aboutParameter(parameter, { path, method })),
    ...(body ? describe({ type: 'REQUEST_BODY', path, method }, pick(body, ['description'])) : []),
    ...Object.entries(objectAt(operation, 'responses') ?? {}).flatMap(([statusCode, response]) =>
      /^[1-5]\d\d$/.test(statusCode) ? aboutResponse({ path, method, statusCode }, response, reading) : [],
    ),
  ];
}

const PARAMETER_TYPES: Readonly<Record<string, string>> = {
  path: 'PATH_PARAMETER',
  query: 'QUERY_PARAMETER',
  header: 'REQUEST_HEADER',
};

function aboutParameter(parameter: JsonObject, at: Omit<Location, 'type'>): readonly DefinedDocumentationPart[] {
  const where = textAt(parameter, 'in') ?? '';
  const properties = pick(parameter, ['description']);
  if (where === 'body') return describe({ type: 'REQUEST_BODY', ...at }, properties);
  const type = PARAMETER_TYPES[where];
  const name = textAt(parameter, 'name');
  return type && name ? describe({ type, ...at, name }, properties) : [];
}

/** `200 response` is what an export writes where there is no description. */
function aboutResponse(
  at: Omit<Location, 'type'>,
  written: unknown,
  { document, report }: Reading,
): readonly DefinedDocumentationPart[] {
  const response = resolve(document, written, report) ?? {};
  const isDefault = textAt(response, 'description') === `${at.statusCode} response`;
  return [
    ...(isDefault ? [] : describe({ type: 'RESPONSE', ...at }, pick(response, ['description']))),
    ...objectEntries(objectAt(response, 'headers')).flatMap(([name, header]) =>
      describe({ type: 'RESPONSE_HEADER', ...at, name }, pick(header, ['description'])),
    ),
  ];
}

function describe(location: Location, properties: JsonObject): readonly DefinedDocumentationPart[] {
  return Object.keys(properties).length > 0 ? [{ location, properties: JSON.stringify(properties) }] : [];
}

/** The members that are there and say something. */
function pick(object: JsonObject, names: readonly string[]): JsonObject {
  const kept = names.filter((name) => {
    const value = member(object, name);
    return value !== undefined && value !== '';
  });
  return Object.fromEntries(kept.map((name) => [name, object[name]]));
}
