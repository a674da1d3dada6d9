import type { Scope, UsagePlan } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { apiKeyPlans, usagePlanKeys, usagePlans, usages } from './kinds.ts';

export async function findUsagePlan(reader: Reader, scope: Scope, planId: string): Promise<UsagePlan | undefined> {
  return (await reader.get(usagePlans, scope, documentId(planId)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireUsagePlan(reader: Reader, scope: Scope, planId: string): Promise<UsagePlan> {
  const found = await findUsagePlan(reader, scope, planId);
  if (!found) throw missing.usagePlan();
  return found;
}

export async function putUsagePlan(tx: Transaction, scope: Scope, plan: UsagePlan): Promise<void> {
  await tx.put(usagePlans, scope, plan.id, plan);
}

/** Deletes a plan with its keys' membership and what they used. Gives the keys' ids. */
export async function dropUsagePlan(tx: Transaction, scope: Scope, planId: string): Promise<readonly string[]> {
  const keyIds = await keysOfPlan(tx, scope, planId);
  for (const keyId of keyIds) await tx.delete(apiKeyPlans, scope, documentId(keyId, planId));
  await tx.deletePrefix(usagePlanKeys, scope, `${planId}/`);
  await tx.deletePrefix(usages, scope, `${planId}/`);
  await tx.delete(usagePlans, scope, planId);
  return keyIds;
}

/** The ids of the keys in a plan, in order. */
export async function keysOfPlan(reader: Reader, scope: Scope, planId: string): Promise<readonly string[]> {
  const found = await reader.list(usagePlanKeys, scope, { prefix: `${documentId(planId)}/` });
  return found.map(({ value }) => value);
}

/** The ids of the plans that a key is in, in order. */
export async function plansOfKey(reader: Reader, scope: Scope, keyId: string): Promise<readonly string[]> {
  const found = await reader.list(apiKeyPlans, scope, { prefix: `${documentId(keyId)}/` });
  return found.map(({ value }) => value);
}

export async function joinUsagePlan(tx: Transaction, scope: Scope, planId: string, keyId: string): Promise<void> {
  await tx.put(usagePlanKeys, scope, documentId(planId, keyId), keyId);
  await tx.put(apiKeyPlans, scope, documentId(keyId, planId), planId);
}

/** What the key used stays: leaving a plan and joining it again does not fill a quota. */
export async function leaveUsagePlan(tx: Transaction, scope: Scope, planId: string, keyId: string): Promise<void> {
  await tx.delete(usagePlanKeys, scope, documentId(planId, keyId));
  await tx.delete(apiKeyPlans, scope, documentId(keyId, planId));
}

/** Takes stages that are deleted out of every plan: one of the same name that comes later was never opened by them. */
export async function closeApiStages(
  tx: Transaction,
  scope: Scope,
  isClosed: (apiId: string, stageName: string) => boolean,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { value: plan } of await tx.list(usagePlans, scope)) {
    const apiStages = plan.apiStages.filter(({ apiId, stage }) => !isClosed(apiId, stage));
    if (apiStages.length === plan.apiStages.length) continue;
    await putUsagePlan(tx, scope, { ...plan, apiStages });
    changed.push(plan.id);
  }
  return changed;
}
