import type {
  ApiKey,
  Scope,
  UsageKey,
  UsagePlan,
  UsagePlanChange,
  UsagePlanSnapshot,
  UsagePlanTerms,
} from '../../model/index.ts';
import type { Reader, Store } from '../../store/index.ts';
import type { UsagePlansChanged } from './context.ts';
import {
  apiKeyDigest,
  apiKeyPlans,
  apiKeys,
  findApiKey,
  findUsagePlan,
  plansOfKey,
  usagePlans,
} from './documents/index.ts';

/** All keys and plans of a scope as a worker needs them, read at one moment. */
export function loadUsagePlans(store: Store, scope: Scope): Promise<Omit<UsagePlanSnapshot, 'revision'>> {
  return store.transact(async (tx) => {
    const plansOf = new Map<string, string[]>();
    for (const { id, value: planId } of await tx.list(apiKeyPlans, scope)) {
      const keyId = id.slice(0, id.indexOf('/'));
      plansOf.set(keyId, [...(plansOf.get(keyId) ?? []), planId]);
    }
    const keys = (await tx.list(apiKeys, scope)).map(({ value }) => usageKey(value, plansOf.get(value.id) ?? []));
    const plans = (await tx.list(usagePlans, scope)).map(({ value }) => termsOf(value));
    return { scope, keys, plans };
  });
}

/** What keys and plans are now, of those that changed. */
export function loadUsagePlanChange(
  store: Store,
  changed: UsagePlansChanged,
): Promise<Omit<UsagePlanChange, 'revision'>> {
  const { scope, keyIds = [], planIds = [] } = changed;
  return store.transact(async (tx) => {
    const keys = await Promise.all(keyIds.map((keyId) => loadKey(tx, scope, keyId)));
    const plans = await Promise.all(planIds.map((planId) => findUsagePlan(tx, scope, planId)));
    return {
      scope,
      keys: keys.filter((key) => key !== undefined),
      plans: plans.filter((plan) => plan !== undefined).map(termsOf),
      removedKeys: keyIds.filter((_, index) => keys[index] === undefined),
      removedPlans: planIds.filter((_, index) => plans[index] === undefined),
    };
  });
}

async function loadKey(reader: Reader, scope: Scope, keyId: string): Promise<UsageKey | undefined> {
  const key = await findApiKey(reader, scope, keyId);
  return key && usageKey(key, await plansOfKey(reader, scope, keyId));
}

function usageKey({ id, value, enabled }: ApiKey, planIds: readonly string[]): UsageKey {
  return { id, digest: apiKeyDigest(value, 'base64'), enabled, planIds };
}

function termsOf({ id, apiStages, throttle, quota }: UsagePlan): UsagePlanTerms {
  return { id, apiStages, ...(throttle && { throttle }), ...(quota && { quota }) };
}
