import { refuseViolations } from '../../../aws/index.ts';
import type { QuotaSettings, Scope } from '../../../model/index.ts';
import { dailyRows, dayOf, daysBetween } from '../../../rate-limit/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { documentId, plansOfKey, requireApiKey, requireUsagePlan, usagePlanKeys } from '../documents/index.ts';
import { badRequest, missing } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { listPage } from '../pagination.ts';
import { compilePatch, integer, refuseListingPaths } from '../patch/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';

const readRemaining = integer(0, Number.MAX_SAFE_INTEGER, 'Invalid value for remaining specified');

/** What `UpdateUsage` may do (API reference, "Patch Operations", UpdateUsage): one path, whose last value counts. */
const patchRemaining = compilePatch<{ readonly remaining?: number }>({
  refuse: refuseListingPaths,
  rules: [{ path: '/remaining', effects: { replace: (_, { value }) => ({ remaining: readRemaining(value) }) } }],
});

export function usageHandlers({ store, usage }: ServiceContext) {
  async function report(
    scope: Scope,
    planId: string,
    keyIds: readonly string[],
    quota: QuotaSettings | undefined,
    days: readonly string[],
  ): Promise<Record<string, number[][]>> {
    if (quota === undefined) return {};
    const used = await usage.usageOf(scope, planId, keyIds);
    const rows = [...used].map(([keyId, one]) => [keyId, dailyRows(one, quota, days).map((row) => [...row])]);
    return Object.fromEntries(rows);
  }

  return {
    /** Keys of the plan that have used it, each with a row a day. Without a quota nothing is counted. */
    getUsage: async ({ usagePlanId, keyId, startDate, endDate, ...page }, { scope }) => {
      const { quota } = await requireUsagePlan(store, scope, usagePlanId);
      if (keyId !== undefined) await requireMember(scope, usagePlanId, keyId);
      const days = readDays(startDate, endDate);
      const prefix = `${documentId(usagePlanId)}/`;
      const { items: keyIds, ...rest } =
        keyId === undefined ? await listPage(store, usagePlanKeys, scope, prefix, page) : { items: [keyId] };
      const items = await report(scope, usagePlanId, keyIds, quota, days);
      return { usagePlanId, startDate, endDate, items, ...rest };
    },

    updateUsage: async ({ usagePlanId, keyId, patchOperations }, { scope, nowMs }) => {
      refuseViolations(patchOpViolations('updateUsageInput', patchOperations));
      const { quota } = await requireUsagePlan(store, scope, usagePlanId);
      await requireMember(scope, usagePlanId, keyId);
      const { remaining } = patchRemaining({}, patchOperations);
      if (quota === undefined) throw badRequest(`Usage Plan ${usagePlanId} has no quota`);
      const today = dayOf(nowMs);
      const member = { planId: usagePlanId, keyId };
      if (remaining !== undefined) await usage.extend(scope, member, quota, remaining);
      const items = await report(scope, usagePlanId, [keyId], quota, [today]);
      return { usagePlanId, startDate: today, endDate: today, items };
    },
  } satisfies ApiGatewayHandlers;

  async function requireMember(scope: Scope, planId: string, keyId: string): Promise<void> {
    await requireApiKey(store, scope, keyId);
    if (!(await plansOfKey(store, scope, keyId)).includes(planId)) throw missing.apiKey();
  }
}

/** @throws {ServiceError} 400 for what is no day, days in the wrong order, or more than a year of them */
function readDays(startDate: string, endDate: string): readonly string[] {
  for (const date of [startDate, endDate]) {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) && dayOf(Date.parse(date)) === date;
    if (!isDay) throw badRequest(`Invalid date specified: ${date}. Dates are written yyyy-MM-dd`);
  }
  const most = LIMITS.usageReportDays;
  if (startDate > endDate) throw badRequest('The end date of a usage report cannot come before its start date');
  const days = daysBetween(startDate, endDate);
  if (days.length > most) throw badRequest(`A usage report can have at most ${most} days`);
  return days;
}
