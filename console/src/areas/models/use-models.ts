import type { Output } from '../../aws/index.ts';
import { type Read, useAll } from '../../data/index.ts';

export type Model = Output<'apigateway', 'getModel'>;

export function useModels(restApiId: string): Read<readonly Model[]> {
  return useAll('apigateway', 'getModels', { restApiId, limit: 500 }, (page) => page.items);
}

/** The page of one. */
export function modelPath(apiId: string, name: string): string {
  return `/apis/${apiId}/models/model/${encodeURIComponent(name)}`;
}
