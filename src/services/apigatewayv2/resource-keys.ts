import type { Demand, OperationFacts } from '../../aws/index.ts';
import type { HttpApiDefinition, Scope } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { findHttpApi, findStage } from './documents/index.ts';

type Keys = NonNullable<Demand['keys']>;
type Input = Readonly<Record<string, unknown>>;

/**
 * The condition keys of HTTP APIs and what is in them: their tags and, of what a call is about itself, what it says (Service
 * Authorization Reference, "Amazon API Gateway Management V2").
 */
export function httpApiKeys(reader: Reader) {
  return async ({ http }: OperationFacts, input: Input, scope: Scope): Promise<Keys> => {
    const path = http?.uri ?? '';
    const definition = path.startsWith('/v2/apis/{ApiId}')
      ? await findHttpApi(reader, scope, String(input.ApiId ?? ''))
      : undefined;
    if (definition === undefined) return {};
    const stage = path.includes('/stages/{StageName}')
      ? (await findStage(reader, scope, definition.api.ApiId, String(input.StageName ?? '')))?.stage
      : undefined;
    return { ...tagKeys({ ...definition.api.Tags, ...stage?.Tags }), ...ownKeys(path, input, definition) };
  };
}

function ownKeys(path: string, input: Input, { api, routes, authorizers }: HttpApiDefinition): Keys {
  if (path === '/v2/apis/{ApiId}') {
    return {
      'apigateway:resource/apiname': api.Name,
      'apigateway:resource/disableexecuteapiendpoint': String(api.DisableExecuteApiEndpoint),
      'apigateway:resource/endpointtype': 'REGIONAL',
    };
  }
  if (path === '/v2/apis/{ApiId}/routes/{RouteId}') {
    const route = routes.find(({ RouteId }) => RouteId === input.RouteId);
    return { 'apigateway:resource/routeauthorizationtype': route?.AuthorizationType };
  }
  if (path === '/v2/apis/{ApiId}/authorizers/{AuthorizerId}') {
    const authorizer = authorizers.find(({ AuthorizerId }) => AuthorizerId === input.AuthorizerId);
    return {
      'apigateway:resource/authorizertype': authorizer?.AuthorizerType,
      'apigateway:resource/authorizeruri': authorizer?.AuthorizerUri,
    };
  }
  return {};
}

function tagKeys(tags: Readonly<Record<string, string>>): Keys {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`aws:resourcetag/${key.toLowerCase()}`, value]),
  );
}
