import type { Stage } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import type { Tags } from '../tags/check-tags.ts';
import { type CacheClusterInput, cacheCluster } from './cache-cluster.ts';
import { type CanaryInput, newCanary } from './canary.ts';
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
  readonly canarySettings?: CanaryInput | undefined;
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
    ...(input.canarySettings && { canarySettings: newCanary(input.canarySettings, input.deploymentId) }),
    tracingEnabled: input.tracingEnabled ?? false,
    tags: input.tags ?? {},
    createdDate: now,
    lastUpdatedDate: now,
  };
}

/**
 * An existing stage to which a new deployment goes, with whatever else the request sets. A request with canary settings gives
 * the deployment to the stage's canary; without, it goes to the stage itself, unless that has a canary (fact D120).
 * @throws {ServiceError} 400
 */
export function redeployedStage(stage: Stage, input: NewStage, nowMs: number): Stage {
  checkVariables(input.variables);
  return {
    ...stage,
    ...released(stage, input),
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

function released(stage: Stage, { deploymentId, canarySettings }: NewStage): Partial<Stage> {
  if (canarySettings) return { canarySettings: newCanary(canarySettings, deploymentId) };
  if (!stage.canarySettings) return { deploymentId };
  throw badRequest(
    `Invalid deployment content specified.Stage ${stage.stageName} has a canary; only canary release deployments can be made to it`,
  );
}
