import type { ServiceContext } from '../context.ts';
import {
  documentId,
  findApiKey,
  joinUsagePlan,
  leaveUsagePlan,
  plansOfKey,
  requireApiKey,
  requireUsagePlan,
  usagePlanKeys,
} from '../documents/index.ts';
import { badRequest, conflict, missing } from '../errors.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkPlanStages } from './plan-stages.ts';
import { renderUsagePlanKey } from './render.ts';

export function usagePlanKeyHandlers({ store, publisher }: ServiceContext) {
  return {
    createUsagePlanKey: async ({ usagePlanId, keyId, keyType }, { scope }) => {
      if (keyType !== 'API_KEY') throw badRequest('Invalid key type specified. Must be API_KEY');
      const key = await store.transact(async (tx) => {
        const plan = await requireUsagePlan(tx, scope, usagePlanId);
        const found = await requireApiKey(tx, scope, keyId);
        const joined = await plansOfKey(tx, scope, keyId);
        if (joined.includes(usagePlanId)) throw conflict(`API Key ${keyId} is in Usage Plan ${usagePlanId} already`);
        await checkPlanStages(tx, scope, plan, keyId, joined);
        await joinUsagePlan(tx, scope, usagePlanId, keyId);
        return found;
      });
      await publisher.usagePlansChanged({ scope, keyIds: [keyId] });
      return renderUsagePlanKey(key);
    },

    getUsagePlanKey: async ({ usagePlanId, keyId }, { scope }) => {
      await requireUsagePlan(store, scope, usagePlanId);
      const key = await requireApiKey(store, scope, keyId);
      if (!(await plansOfKey(store, scope, keyId)).includes(usagePlanId)) throw missing.apiKey();
      return renderUsagePlanKey(key);
    },

    /** A plan that does not exist has no keys (recorded). */
    getUsagePlanKeys: async ({ usagePlanId, nameQuery = '', ...page }, { scope }) => {
      const isWanted = async (keyId: string) =>
        (await findApiKey(store, scope, keyId))?.name?.startsWith(nameQuery) ?? nameQuery === '';
      const prefix = `${documentId(usagePlanId)}/`;
      const { items, ...rest } = await listPage(store, usagePlanKeys, scope, prefix, page, isWanted);
      const keys = await Promise.all(items.map((keyId) => findApiKey(store, scope, keyId)));
      return { items: keys.filter((key) => key !== undefined).map(renderUsagePlanKey), ...rest };
    },

    deleteUsagePlanKey: async ({ usagePlanId, keyId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireUsagePlan(tx, scope, usagePlanId);
        if (!(await plansOfKey(tx, scope, keyId)).includes(usagePlanId)) throw missing.apiKey();
        await leaveUsagePlan(tx, scope, usagePlanId, keyId);
      });
      await publisher.usagePlansChanged({ scope, keyIds: [keyId] });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
