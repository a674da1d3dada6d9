import type { UsagePlan } from '../use-plans.ts';

/** A stage of a plan. */
export type PlanStage = NonNullable<UsagePlan['apiStages']>[number];

/** `apiId:stageName`, as patches name it. */
export function stageName({ apiId = '', stage = '' }: PlanStage): string {
  return `${apiId}:${stage}`;
}
