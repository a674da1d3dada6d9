import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

export type Authorizer = Output<'apigateway', 'getAuthorizer'>;

export function useAuthorizers(restApiId: string): Read<readonly Authorizer[]> {
  return useAll('apigateway', 'getAuthorizers', { restApiId, limit: 500 }, ({ items }) => items);
}

export function useAuthorizer(restApiId: string, authorizerId: string): Read<Authorizer> {
  return useCall('apigateway', 'getAuthorizer', { restApiId, authorizerId });
}
