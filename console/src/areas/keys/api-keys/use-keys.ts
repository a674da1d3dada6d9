import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

/** A key without its value, which is read when somebody asks for it. */
export type ApiKey = Output<'apigateway', 'getApiKey'>;

export function useKeys(): Read<readonly ApiKey[]> {
  return useAll('apigateway', 'getApiKeys', { limit: 500 }, ({ items }) => items);
}

export function useKey(keyId: string): Read<ApiKey> {
  return useCall('apigateway', 'getApiKey', { apiKey: keyId });
}

/** What a key is called: its name, which it may lack. */
export function keyName({ name, id = '' }: Pick<ApiKey, 'name' | 'id'>): string {
  return name || id;
}

export function keyPath(keyId: string): string {
  return `/api-keys/${encodeURIComponent(keyId)}`;
}
