import type { ApiStage, Scope, UsagePlan } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { findStage, findUsagePlan, keysOfPlan, usagePlans } from '../documents/index.ts';
import { badRequest, conflict, notFound } from '../errors.ts';

/** AWS leaves its own text unfilled here (recorded: github.com/aws/aws-sdk issue 354). */
const BLANK_STAGE = 'Invalid API Stage {api: %s, stage: %s} specified for usageplan %s';

/** @throws {ServiceError} with AWS's texts (recorded) for a stage that is not deployed, or is there twice */
export async function checkApiStages(reader: Reader, scope: Scope, plan: UsagePlan): Promise<void> {
  const seen = new Set<string>();
  for (const apiStage of plan.apiStages) {
    const { apiId, stage } = apiStage;
    if (apiId === '' || stage === '') throw badRequest(BLANK_STAGE);
    if (!(await findStage(reader, scope, apiId, stage))) {
      throw notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${plan.id}`);
    }
    if (seen.has(nameOf(apiStage))) throw badRequest(`API Stage ${nameOf(apiStage)} is in usage plan ${plan.id} twice`);
    seen.add(nameOf(apiStage));
  }
}

/**
 * A key opens a stage by one plan alone (fact D111).
 * @throws {ServiceError} 409 when a stage of `plan` is opened to the key by one of `otherPlanIds`
 */
export async function checkPlanStages(
  reader: Reader,
  scope: Scope,
  plan: UsagePlan,
  keyId: string,
  otherPlanIds: readonly string[],
): Promise<void> {
  const wanted = new Set(plan.apiStages.map(nameOf));
  for (const otherId of otherPlanIds) {
    const other = await findUsagePlan(reader, scope, otherId);
    const shared = other?.apiStages.find((stage) => wanted.has(nameOf(stage)));
    if (shared) throw sharedStage(plan.id, keyId, nameOf(shared));
  }
}

/**
 * The same for all keys of a plan at once, for stages that it gains: only plans that open one of them are looked at.
 * @throws {ServiceError} 409
 */
export async function checkGainedStages(
  reader: Reader,
  scope: Scope,
  plan: UsagePlan,
  gained: readonly ApiStage[],
): Promise<void> {
  if (gained.length === 0) return;
  const names = new Set(gained.map(nameOf));
  const keys = new Set(await keysOfPlan(reader, scope, plan.id));
  if (keys.size === 0) return;
  for (const { value: other } of await reader.list(usagePlans, scope)) {
    const shared = other.id === plan.id ? undefined : other.apiStages.find((stage) => names.has(nameOf(stage)));
    if (!shared) continue;
    const keyId = (await keysOfPlan(reader, scope, other.id)).find((id) => keys.has(id));
    if (keyId !== undefined) throw sharedStage(plan.id, keyId, nameOf(shared));
  }
}

export function nameOf({ apiId, stage }: ApiStage): string {
  return `${apiId}:${stage}`;
}

function sharedStage(planId: string, keyId: string, stage: string) {
  return conflict(
    `Usage Plan ${planId} cannot be added because API Key ${keyId} cannot reference multiple Usage Plans with the same API Stage: ${stage}`,
  );
}
