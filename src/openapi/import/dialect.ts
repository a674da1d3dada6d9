import { OpenApiError } from '../errors.ts';
import { INVALID_INPUT } from '../text/read-document.ts';
import { type JsonObject, objectAt, textAt } from '../values.ts';

/** Where the two versions of OpenAPI keep the same things. */
export interface Dialect {
  readonly version: 'swagger' | 'oas30';
  /** What references to schemas begin with. */
  readonly schemaPrefix: string;
  schemas(document: JsonObject): JsonObject;
  securitySchemes(document: JsonObject): JsonObject;
}

const SWAGGER: Dialect = {
  version: 'swagger',
  schemaPrefix: '#/definitions/',
  schemas: (document) => objectAt(document, 'definitions') ?? {},
  securitySchemes: (document) => objectAt(document, 'securityDefinitions') ?? {},
};

const OAS30: Dialect = {
  version: 'oas30',
  schemaPrefix: '#/components/schemas/',
  schemas: (document) => objectAt(components(document), 'schemas') ?? {},
  securitySchemes: (document) => objectAt(components(document), 'securitySchemes') ?? {},
};

/**
 * Tells which version a document is written in (features A7.1).
 * @throws {OpenApiError} for any other than Swagger 2.0 and OpenAPI 3.0
 */
export function dialectOf(document: JsonObject): Dialect {
  const swagger = textAt(document, 'swagger');
  const openapi = textAt(document, 'openapi');
  if (swagger !== undefined && /^2(\.0)?$/.test(swagger)) return SWAGGER;
  if (openapi !== undefined && /^3(\.0(\.\d+)?)?$/.test(openapi)) return OAS30;
  const version = swagger ?? openapi;
  if (version === undefined) throw new OpenApiError(INVALID_INPUT);
  throw new OpenApiError(`${INVALID_INPUT} Version ${version.slice(0, 20)} is not supported, only 2.0 and 3.0.`);
}

function components(document: JsonObject): JsonObject {
  return objectAt(document, 'components') ?? {};
}
