import type { StageSnapshot } from '../../model/index.ts';
import { cacheCapacityBytes, type SharedCache } from '../response-cache/index.ts';
import type { Release } from './compile-release.ts';

/** What a stage serves: its deployment and, where it has a canary, that one's. */
export interface Releases {
  readonly base: Release;
  readonly canary: Release | undefined;
  /** The part of the requests that are the canary's, from 0 to 1. */
  readonly share: number;
}

/**
 * Takes a stage apart into its releases. The canary's variables are laid over the stage's (fact D119); it uses the stage's
 * cache only if it is told to, and shares entries only with the same deployment (fact D122).
 */
export function releasesOf({ ref, stage, deployment, canary }: StageSnapshot, caches: SharedCache): Releases {
  const { variables, canarySettings } = stage;
  const cache = stage.cacheClusterEnabled
    ? caches.open(ref.apiId, ref.stageName, cacheCapacityBytes(stage.cacheClusterSize))
    : undefined;
  const base: Release = {
    deploymentId: stage.deploymentId,
    snapshot: deployment,
    variables,
    isCanaryRequest: canarySettings && false,
    cache,
  };
  if (canarySettings === undefined) return { base, canary: undefined, share: 0 };
  const { percentTraffic, deploymentId, stageVariableOverrides, useStageCache } = canarySettings;
  return {
    base,
    canary: {
      deploymentId,
      snapshot: canary ?? deployment,
      variables: stageVariableOverrides ? { ...variables, ...stageVariableOverrides } : variables,
      isCanaryRequest: true,
      cache: useStageCache ? cache : undefined,
    },
    share: percentTraffic / 100,
  };
}
