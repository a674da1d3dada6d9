import type { DocumentationPartType } from './part.ts';

export type LocationField = 'path' | 'method' | 'statusCode' | 'name';

/** What a field is when it is not given; `name` has nothing of the kind. */
export const LOCATION_DEFAULTS: Readonly<Partial<Record<LocationField, string>>> = {
  path: '/',
  method: '*',
  statusCode: '*',
};

/**
 * The fields that a location has by its type (API reference, `DocumentationPartLocation`; guide, "Valid location fields of
 * DocumentationPart"). The reference asks for a `name` of a request body, too; the guide's own example has none.
 */
export const LOCATION_FIELDS: Readonly<Record<DocumentationPartType, readonly LocationField[]>> = {
  API: [],
  AUTHORIZER: ['name'],
  MODEL: ['name'],
  RESOURCE: ['path'],
  METHOD: ['path', 'method'],
  PATH_PARAMETER: ['path', 'method', 'name'],
  QUERY_PARAMETER: ['path', 'method', 'name'],
  REQUEST_HEADER: ['path', 'method', 'name'],
  REQUEST_BODY: ['path', 'method'],
  RESPONSE: ['path', 'method', 'statusCode'],
  RESPONSE_HEADER: ['path', 'method', 'statusCode', 'name'],
  RESPONSE_BODY: ['path', 'method', 'statusCode'],
};
