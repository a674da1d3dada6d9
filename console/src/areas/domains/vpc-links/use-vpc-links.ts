import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

export type VpcLink = Output<'apigateway', 'getVpcLink'>;

/** Those of REST APIs; the server has none of version 2 of the API. */
export function useVpcLinks(): Read<readonly VpcLink[]> {
  return useAll('apigateway', 'getVpcLinks', { limit: 500 }, ({ items }) => items);
}

export function useVpcLink(vpcLinkId: string): Read<VpcLink> {
  return useCall('apigateway', 'getVpcLink', { vpcLinkId });
}
