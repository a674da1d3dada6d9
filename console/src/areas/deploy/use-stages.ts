import type { Output } from '../../aws/index.ts';
import { mapped, type Read, useCall } from '../../data/index.ts';

export type Stage = Output<'apigateway', 'getStage'>;

/** All stages of a REST API; they come in one answer. */
export function useStages(restApiId: string): Read<readonly Stage[]> {
  return mapped(useCall('apigateway', 'getStages', { restApiId }), ({ item }) => item ?? []);
}

export function useStage(restApiId: string, stageName: string): Read<Stage> {
  return useCall('apigateway', 'getStage', { restApiId, stageName });
}
