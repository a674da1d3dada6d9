import { HTTP_METHODS, type HttpMethod } from '../../model/index.ts';
import type { DefinedMethod, DefinedPath } from '../definition.ts';
import { OPENAPI_LIMITS } from '../limits.ts';
import { compact, type JsonObject, objectAt, objectEntries, textAt } from '../values.ts';
import { pathParts } from './base-path.ts';
import { methodResponses, requestModels } from './bodies.ts';
import { checkCount } from './check-count.ts';
import { readIntegration } from './integration.ts';
import { readParameters, requestParameters } from './parameters.ts';
import type { Reading } from './reading.ts';
import type { Report } from './report.ts';
import { readAccess } from './security.ts';

const VALIDATOR = 'x-amazon-apigateway-request-validator';

/** One operation of the file: where it is, and what it stands beside. */
export interface Operation {
  readonly path: string;
  readonly httpMethod: HttpMethod;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

/** The paths of a file with the base path in front, each once, with the operations on them. */
export function readPaths(
  document: JsonObject,
  basePath: readonly string[],
  report: Report,
): ReadonlyMap<string, readonly Operation[]> {
  const paths = new Map<string, Operation[]>();
  for (const [written, pathItem] of objectEntries(objectAt(document, 'paths'))) {
    if (!written.startsWith('/')) {
      // Ours: left out in silence, it would be missed only when it is called.
      if (!written.startsWith('x-'))
        report.fail(`Unable to create resource at path '${written}': A path begins with a slash`);
      continue;
    }
    const path = `/${[...basePath, ...pathParts(written)].join('/')}`;
    const operations = paths.get(path) ?? [];
    paths.set(path, [...operations, ...operationsOf(path, pathItem)]);
  }
  checkCount('paths', paths.size, OPENAPI_LIMITS.entities);
  checkCount('operations', [...paths.values()].flat().length, OPENAPI_LIMITS.entities);
  return paths;
}

/** API Gateway has no TRACE; ANY has an extension (guide page api-gateway-swagger-extensions-any-method). */
function operationsOf(path: string, pathItem: JsonObject): readonly Operation[] {
  return HTTP_METHODS.flatMap((httpMethod) => {
    const name = httpMethod === 'ANY' ? 'x-amazon-apigateway-any-method' : httpMethod.toLowerCase();
    const operation = objectAt(pathItem, name);
    return operation ? { path, httpMethod, pathItem, operation } : [];
  });
}

export function readMethods(
  paths: ReadonlyMap<string, readonly Operation[]>,
  reading: Reading,
): readonly DefinedPath[] {
  return [...paths].map(([path, operations]) => ({
    path,
    methods: operations.map((operation) => readMethod(operation, reading)),
  }));
}

function readMethod({ path, httpMethod, pathItem, operation }: Operation, reading: Reading): DefinedMethod {
  const { document, report, schemes } = reading;
  const parameters = readParameters(pathItem, operation, reading);
  return compact({
    httpMethod,
    ...readAccess(document, operation, schemes),
    requestValidator: textAt(operation, VALIDATOR) ?? textAt(document, VALIDATOR),
    operationName: textAt(operation, 'operationId'),
    requestParameters: requestParameters(path, parameters),
    requestModels: requestModels(operation, parameters, reading),
    responses: methodResponses(operation, reading),
    integration: readIntegration(document, operation, { path, httpMethod }, report),
  });
}
