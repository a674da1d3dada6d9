import type { ApiKey, UsagePlan } from '../../../model/index.ts';
import type { Out } from '../types.ts';

/** A plan as `CreateUsagePlan` and `GetUsagePlans` answer it: without an empty map of tags (recorded). */
export function renderUsagePlan({ tags, ...rest }: UsagePlan): Out<'createUsagePlan'> {
  return { ...rest, ...(Object.keys(tags).length > 0 && { tags }) };
}

/** A plan as `GetUsagePlan` and `UpdateUsagePlan` answer it: always with its tags (recorded). */
export function renderTaggedUsagePlan(plan: UsagePlan): Out<'getUsagePlan'> {
  return { ...renderUsagePlan(plan), tags: plan.tags };
}

/** A key in a plan; its value is always shown (recorded). */
export function renderUsagePlanKey({ id, name, value }: ApiKey): Out<'getUsagePlanKey'> {
  return { id, type: 'API_KEY', value, ...(name !== undefined && { name }) };
}
