import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { dropUsagePlan, plansOfKey, putUsagePlan, requireUsagePlan, usagePlans } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { createUsagePlan } from './create.ts';
import { checkThrottles } from './limits-of-plans.ts';
import { patchUsagePlan } from './patches.ts';
import { checkApiStages, checkGainedStages, nameOf } from './plan-stages.ts';
import { renderTaggedUsagePlan, renderUsagePlan } from './render.ts';

export function usagePlanHandlers({ store, publisher, ids, usage }: ServiceContext) {
  return {
    createUsagePlan: async (input, { scope }) => {
      const plan = await store.transact((tx) => createUsagePlan(tx, scope, input, ids));
      await publisher.usagePlansChanged({ scope, planIds: [plan.id] });
      return renderUsagePlan(plan);
    },

    getUsagePlan: async ({ usagePlanId }, { scope }) =>
      renderTaggedUsagePlan(await requireUsagePlan(store, scope, usagePlanId)),

    getUsagePlans: async ({ keyId, ...page }, { scope }) => {
      const ofKey = keyId === undefined ? undefined : new Set(await plansOfKey(store, scope, keyId));
      const { items, ...rest } = await listPage(store, usagePlans, scope, '', page, ({ id }) => ofKey?.has(id) ?? true);
      return { items: items.map(renderUsagePlan), ...rest };
    },

    updateUsagePlan: async ({ usagePlanId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateUsagePlanInput', patchOperations));
      const changed = await store.transact(async (tx) => {
        const before = await requireUsagePlan(tx, scope, usagePlanId);
        const plan = patchUsagePlan(before, patchOperations);
        checkThrottles(plan);
        await checkApiStages(tx, scope, plan);
        const had = new Set(before.apiStages.map(nameOf));
        const gained = plan.apiStages.filter((stage) => !had.has(nameOf(stage)));
        await checkGainedStages(tx, scope, plan, gained);
        await putUsagePlan(tx, scope, plan);
        return plan;
      });
      await publisher.usagePlansChanged({ scope, planIds: [usagePlanId] });
      return renderTaggedUsagePlan(changed);
    },

    deleteUsagePlan: async ({ usagePlanId }, { scope }) => {
      const keyIds = await store.transact(async (tx) => {
        const { apiStages } = await requireUsagePlan(tx, scope, usagePlanId);
        const [first] = apiStages;
        if (first) {
          throw badRequest(
            `Cannot delete Usage Plan ${usagePlanId} because there are API Stages associated with it, including ${nameOf(first)}`,
          );
        }
        return dropUsagePlan(tx, scope, usagePlanId);
      });
      await publisher.usagePlansChanged({ scope, planIds: [usagePlanId], keyIds });
      await usage.forget(
        scope,
        keyIds.map((keyId) => ({ planId: usagePlanId, keyId })),
      );
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
