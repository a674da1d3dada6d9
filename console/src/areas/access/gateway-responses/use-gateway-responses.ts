import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

export type GatewayResponse = Output<'apigateway', 'getGatewayResponse'>;

export function useGatewayResponses(restApiId: string): Read<readonly GatewayResponse[]> {
  return useAll('apigateway', 'getGatewayResponses', { restApiId, limit: 500 }, ({ items }) => items);
}

export function useGatewayResponse(restApiId: string, responseType: string): Read<GatewayResponse> {
  return useCall('apigateway', 'getGatewayResponse', { restApiId, responseType });
}
