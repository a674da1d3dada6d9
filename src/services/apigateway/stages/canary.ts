import type { CanarySettings } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { checkVariables } from './variables.ts';

/** What a request may say about a canary, by `CreateStage` or by `CreateDeployment`. */
export interface CanaryInput {
  readonly percentTraffic?: number | undefined;
  readonly deploymentId?: string | undefined;
  readonly stageVariableOverrides?: Readonly<Record<string, string>> | undefined;
  readonly useStageCache?: boolean | undefined;
}

/** Ours; AWS's text is not recorded. */
export const PERCENT_REFUSAL = 'Canary percentTraffic must be between 0.0 and 100.0';

/**
 * A stage's canary as requested. It serves the stage's own deployment, and none of the traffic, unless told otherwise
 * (recorded; guide page create-canary-deployment).
 * @throws {ServiceError} 400 for a percentage or variables that cannot be
 */
export function newCanary(
  { percentTraffic = 0, deploymentId, stageVariableOverrides, useStageCache = false }: CanaryInput,
  stageDeploymentId: string,
): CanarySettings {
  const canary: CanarySettings = {
    percentTraffic,
    deploymentId: deploymentId ?? stageDeploymentId,
    ...(stageVariableOverrides &&
      Object.keys(stageVariableOverrides).length > 0 && { stageVariableOverrides: { ...stageVariableOverrides } }),
    useStageCache,
  };
  checkCanary(canary);
  return canary;
}

/** @throws {ServiceError} 400 */
export function checkCanary(canary: CanarySettings | undefined): void {
  if (!canary) return;
  const { min, max } = LIMITS.canaryPercent;
  if (!(canary.percentTraffic >= min && canary.percentTraffic <= max)) throw badRequest(PERCENT_REFUSAL);
  checkVariables(canary.stageVariableOverrides);
}
