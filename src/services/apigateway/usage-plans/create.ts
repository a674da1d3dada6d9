import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { ApiStage, QuotaSettings, Scope, UsagePlan } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { findUsagePlan, putUsagePlan } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { In } from '../types.ts';
import { checkThrottles, readQuota, readThrottle } from './limits-of-plans.ts';
import { checkApiStages } from './plan-stages.ts';

type CreateInput = In<'createUsagePlan'>;

/** Makes a plan; there are no keys in it yet. */
export async function createUsagePlan(
  tx: Transaction,
  scope: Scope,
  input: CreateInput,
  ids: IdMakers,
): Promise<UsagePlan> {
  const period = input.quota?.period;
  refuseViolations(enumViolations(period, 'createUsagePlanInput.quota.period', ['WEEK', 'DAY', 'MONTH']));
  if (input.name.trim() === '') throw badRequest('Usage plan name cannot be blank');
  checkTags(input.tags ?? {});
  let id = ids.entityId();
  while (await findUsagePlan(tx, scope, id)) id = ids.entityId();
  const plan: UsagePlan = {
    id,
    name: input.name,
    ...(input.description && { description: input.description }),
    apiStages: (input.apiStages ?? []).map(readApiStage),
    ...(input.throttle && { throttle: readThrottle(input.throttle) }),
    ...(input.quota && { quota: readQuota({ ...input.quota, period: period as QuotaSettings['period'] }) }),
    tags: input.tags ?? {},
  };
  checkThrottles(plan);
  await checkApiStages(tx, scope, plan);
  await putUsagePlan(tx, scope, plan);
  return plan;
}

function readApiStage({ apiId = '', stage = '', throttle }: NonNullable<CreateInput['apiStages']>[number]): ApiStage {
  if (throttle === undefined || Object.keys(throttle).length === 0) return { apiId, stage };
  const entries = Object.entries(throttle).map(([method, settings]) => [method, readThrottle(settings)]);
  return { apiId, stage, throttle: Object.fromEntries(entries) };
}
