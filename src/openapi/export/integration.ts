import type { Integration, IntegrationResponse } from '../../model/index.ts';
import { compact, type JsonObject } from '../values.ts';

/** The timeout that an integration has unless told otherwise (features A2.13). */
const DEFAULT_TIMEOUT_MS = 29_000;

/** An integration as `x-amazon-apigateway-integration`: AWS's lower-case words, nothing that is a default (recorded). */
export function writeIntegration(integration: Integration, resourceId: string): JsonObject {
  const {
    integrationResponses = {},
    connectionType,
    timeoutInMillis,
    cacheNamespace,
    cacheKeyParameters,
  } = integration;
  const responses = Object.values(integrationResponses).map((response) => [
    response.selectionPattern || 'default',
    writeResponse(response),
  ]);
  return compact({
    credentials: integration.credentials,
    httpMethod: integration.httpMethod,
    uri: integration.uri,
    connectionType: connectionType === 'INTERNET' ? undefined : connectionType,
    connectionId: integration.connectionId,
    responses: responses.length > 0 ? Object.fromEntries(responses) : undefined,
    requestParameters: integration.requestParameters,
    requestTemplates: integration.requestTemplates,
    passthroughBehavior: integration.passthroughBehavior.toLowerCase(),
    contentHandling: integration.contentHandling,
    timeoutInMillis: timeoutInMillis === DEFAULT_TIMEOUT_MS ? undefined : timeoutInMillis,
    cacheNamespace: cacheNamespace === resourceId ? undefined : cacheNamespace,
    cacheKeyParameters: cacheKeyParameters.length > 0 ? cacheKeyParameters : undefined,
    tlsConfig: integration.tlsConfig,
    responseTransferMode: integration.responseTransferMode === 'STREAM' ? integration.responseTransferMode : undefined,
    integrationTarget: integration.integrationTarget,
    type: integration.type.toLowerCase(),
  });
}

function writeResponse({ statusCode, responseParameters, responseTemplates, contentHandling }: IntegrationResponse) {
  return compact({ statusCode, responseParameters, responseTemplates, contentHandling });
}
