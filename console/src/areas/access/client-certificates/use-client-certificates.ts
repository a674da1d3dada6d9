import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

export type ClientCertificate = Output<'apigateway', 'getClientCertificate'>;

export function useClientCertificates(): Read<readonly ClientCertificate[]> {
  return useAll('apigateway', 'getClientCertificates', { limit: 500 }, ({ items }) => items);
}

export function useClientCertificate(clientCertificateId: string): Read<ClientCertificate> {
  return useCall('apigateway', 'getClientCertificate', { clientCertificateId });
}
