import type { Output } from '../../aws/index.ts';
import { type Read, useAll, useCall } from '../../data/index.ts';

export type HttpApi = Output<'apigatewayv2', 'getApi'>;
export type Route = Output<'apigatewayv2', 'getRoute'>;
export type Integration = Output<'apigatewayv2', 'getIntegration'>;
export type Authorizer = Output<'apigatewayv2', 'getAuthorizer'>;
export type Stage = Output<'apigatewayv2', 'getStage'>;
export type Deployment = Output<'apigatewayv2', 'getDeployment'>;

/** As many as a page has at most. */
const MaxResults = '500';

export function useHttpApi(ApiId: string): Read<HttpApi> {
  return useCall('apigatewayv2', 'getApi', { ApiId });
}

export function useRoutes(ApiId: string): Read<readonly Route[]> {
  return useAll('apigatewayv2', 'getRoutes', { ApiId, MaxResults }, ({ Items }) => Items);
}

export function useIntegrations(ApiId: string): Read<readonly Integration[]> {
  return useAll('apigatewayv2', 'getIntegrations', { ApiId, MaxResults }, ({ Items }) => Items);
}

export function useAuthorizers(ApiId: string): Read<readonly Authorizer[]> {
  return useAll('apigatewayv2', 'getAuthorizers', { ApiId, MaxResults }, ({ Items }) => Items);
}

export function useStages(ApiId: string): Read<readonly Stage[]> {
  return useAll('apigatewayv2', 'getStages', { ApiId, MaxResults }, ({ Items }) => Items);
}

export function useDeployments(ApiId: string): Read<readonly Deployment[]> {
  return useAll('apigatewayv2', 'getDeployments', { ApiId, MaxResults }, ({ Items }) => Items);
}
