import type { Stage } from '../../../model/index.ts';
import type { Tags } from '../tags/check-tags.ts';
import { type CacheClusterInput, cacheCluster } from './cache-cluster.ts';
import { checkStageName } from './stage-name.ts';
import { checkVariables } from './variables.ts';

/** What a new stage may be given, by `CreateStage` or by `CreateDeployment`. */
export interface NewStage extends CacheClusterInput {
  readonly stageName: string;
  readonly deploymentId: string;
  readonly description?: string | undefined;
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly documentationVersion?: string | undefined;
  readonly tracingEnabled?: boolean | undefined;
  readonly tags?: Tags | undefined;
}

/** @throws {ServiceError} 400 for a bad name or bad variables */
export function newStage(input: NewStage, nowMs: number): Stage {
  checkStageName(input.stageName);
  checkVariables(input.variables);
  const now = Math.floor(nowMs / 1000);
  return {
    stageName: input.stageName,
    deploymentId: input.deploymentId,
    ...(input.description && { description: input.description }),
    ...cacheCluster(input),
    methodSettings: {},
    ...(input.variables && Object.keys(input.variables).length > 0 && { variables: input.variables }),
    ...(input.documentationVersion && { documentationVersion: input.documentationVersion }),
    tracingEnabled: input.tracingEnabled ?? false,
    tags: input.tags ?? {},
    createdDate: now,
    lastUpdatedDate: now,
  };
}

/** An existing stage to which a new deployment goes, with whatever else the request sets. */
export function redeployedStage(stage: Stage, input: NewStage, nowMs: number): Stage {
  checkVariables(input.variables);
  return {
    ...stage,
    deploymentId: input.deploymentId,
    ...(input.description && { description: input.description }),
    ...(input.variables && { variables: input.variables }),
    ...(input.tracingEnabled !== undefined && { tracingEnabled: input.tracingEnabled }),
    ...cacheCluster({
      cacheClusterEnabled: input.cacheClusterEnabled ?? stage.cacheClusterEnabled,
      cacheClusterSize: input.cacheClusterSize ?? stage.cacheClusterSize,
    }),
    lastUpdatedDate: Math.floor(nowMs / 1000),
  };
}
