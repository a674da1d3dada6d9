import type { DefinedIntegration, DefinedIntegrationResponse } from '../definition.ts';
import {
  compact,
  flagAt,
  isObject,
  type JsonObject,
  member,
  numberAt,
  objectAt,
  objectEntries,
  textAt,
  textsAt,
} from '../values.ts';
import { resolve } from './references.ts';
import type { Report } from './report.ts';
import { readTexts } from './texts.ts';

const EXTENSION = 'x-amazon-apigateway-integration';

/**
 * `x-amazon-apigateway-integration` with all its parts (guide page api-gateway-swagger-extensions-integration). Words that
 * AWS writes in lower case there come out as the operations want them.
 */
export function readIntegration(
  document: JsonObject,
  operation: JsonObject,
  { path, httpMethod }: { readonly path: string; readonly httpMethod: string },
  report: Report,
): DefinedIntegration | undefined {
  const written = member(operation, EXTENSION);
  if (written === undefined) return undefined;
  const integration = isObject(written) ? resolve(document, written, report) : undefined;
  const type = integration && textAt(integration, 'type');
  if (!type || !isWellFormed(integration)) {
    // AWS's words, which it says without any frame (recorded: localstack issue 4619).
    report.failToRead(`Unable to parse API definition because of a malformed integration at path ${path}.`);
    return undefined;
  }
  const place = `resource '${path}' and method '${httpMethod}'`;
  const tls = objectAt(integration, 'tlsConfig');
  return compact({
    type: type.toUpperCase(),
    httpMethod: textAt(integration, 'httpMethod')?.toUpperCase(),
    uri: textAt(integration, 'uri'),
    connectionType: textAt(integration, 'connectionType')?.toUpperCase(),
    connectionId: textAt(integration, 'connectionId'),
    credentials: textAt(integration, 'credentials'),
    requestParameters: readTexts(integration, 'requestParameters', place, report),
    requestTemplates: readTexts(integration, 'requestTemplates', place, report),
    passthroughBehavior: textAt(integration, 'passthroughBehavior')?.toUpperCase(),
    contentHandling: textAt(integration, 'contentHandling')?.toUpperCase(),
    timeoutInMillis: numberAt(integration, 'timeoutInMillis'),
    cacheNamespace: textAt(integration, 'cacheNamespace'),
    cacheKeyParameters: textsAt(integration, 'cacheKeyParameters'),
    responseTransferMode: textAt(integration, 'responseTransferMode')?.toUpperCase(),
    integrationTarget: textAt(integration, 'integrationTarget') ?? textAt(integration, 'integration-target'),
    tlsConfig: tls && { insecureSkipVerification: flagAt(tls, 'insecureSkipVerification') ?? false },
    responses: readResponses(integration, place, report),
  });
}

const TEXTS = [
  'httpMethod',
  'uri',
  'connectionType',
  'connectionId',
  'credentials',
  'passthroughBehavior',
  'contentHandling',
  'timeoutInMillis',
  'cacheNamespace',
  'responseTransferMode',
];
const OBJECTS = ['requestParameters', 'requestTemplates', 'responses', 'tlsConfig'];

/** Whether every part is of its kind. A URI that is spelt by a function of CloudFormation is none, as on AWS. */
function isWellFormed(integration: JsonObject): boolean {
  const isAbsent = (name: string) => (member(integration, name) ?? undefined) === undefined;
  return (
    TEXTS.every((name) => isAbsent(name) || textAt(integration, name) !== undefined) &&
    OBJECTS.every((name) => isAbsent(name) || objectAt(integration, name) !== undefined) &&
    Object.values(objectAt(integration, 'responses') ?? {}).every(isObject) &&
    (isAbsent('cacheKeyParameters') || textsAt(integration, 'cacheKeyParameters') !== undefined)
  );
}

/** By selection pattern; `default` is the one without (guide page api-gateway-swagger-extensions-integration-responses). */
function readResponses(integration: JsonObject, place: string, report: Report): readonly DefinedIntegrationResponse[] {
  return objectEntries(objectAt(integration, 'responses')).map(([pattern, response]) =>
    compact({
      statusCode: textAt(response, 'statusCode') ?? '',
      selectionPattern: pattern === 'default' ? undefined : pattern,
      responseParameters: readTexts(response, 'responseParameters', place, report),
      responseTemplates: readTexts(response, 'responseTemplates', place, report),
      contentHandling: textAt(response, 'contentHandling')?.toUpperCase(),
    }),
  );
}
