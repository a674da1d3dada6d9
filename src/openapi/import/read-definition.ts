import type { ApiDefinition } from '../definition.ts';
import { OpenApiError } from '../errors.ts';
import { INVALID_INPUT } from '../text/read-document.ts';
import { compact, type JsonObject, objectAt, textAt } from '../values.ts';
import { type BasePathMode, basePathParts } from './base-path.ts';
import { dialectOf } from './dialect.ts';
import { readDocumentation } from './documentation.ts';
import { readGatewayResponses } from './gateway-responses.ts';
import { type ModelNames, Models } from './models.ts';
import { readMethods, readPaths } from './paths.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';
import { readRequestValidators } from './request-validators.ts';
import { authorizersOf, readSchemes } from './security.ts';
import { readSettings } from './settings.ts';
import { checkStructure } from './structure.ts';

export interface ReadingOptions {
  readonly basePath: BasePathMode;
  readonly models: ModelNames;
}

/**
 * Reads what a document says of an API. Parts that API Gateway has no use for are left out, those that an author may miss
 * with a warning.
 * @param document what `readDocument` gave
 * @throws {OpenApiError} when it is neither Swagger 2.0 nor OpenAPI 3.0, or is not made as they are
 */
export function readDefinition(document: JsonObject, options: ReadingOptions): ApiDefinition {
  const dialect = dialectOf(document);
  checkStructure(document);
  const info = objectAt(document, 'info');
  if (!info) throw new OpenApiError(INVALID_INPUT);
  const report = new Report();
  const models = new Models(document, dialect, options.models, report);
  const schemes = readSchemes(document, dialect, report);
  const reading: Reading = { document, dialect, report, models, schemes };
  const operations = readPaths(document, basePathParts(document, dialect, options.basePath), report);
  // Bodies name models while they are read, and everything may report.
  const paths = readMethods(operations, reading);
  const documentationParts = readDocumentation(operations, reading);
  return compact({
    name: textAt(info, 'title'),
    description: textAt(info, 'description') || undefined,
    version: textAt(info, 'version') || undefined,
    settings: readSettings(document),
    paths,
    models: models.all,
    requestValidators: readRequestValidators(document),
    authorizers: authorizersOf(schemes),
    gatewayResponses: readGatewayResponses(document, report),
    documentationParts,
    warnings: report.warnings,
    errors: report.errors,
    malformed: report.malformed,
  });
}
