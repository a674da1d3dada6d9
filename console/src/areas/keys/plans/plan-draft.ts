import { type Patch, valuePatches } from '../../../data/index.ts';
import { figure, throttlePatches } from './typed-throttle.ts';
import type { UsagePlan } from './use-plans.ts';

/** What a form of a plan holds; figures as they are typed. */
export interface PlanDraft {
  readonly name: string;
  readonly description: string;
  readonly isThrottled: boolean;
  readonly rate: string;
  readonly burst: string;
  readonly hasQuota: boolean;
  readonly limit: string;
  readonly offset: string;
  readonly period: string;
}

export function draftOf({ name = '', description = '', throttle, quota }: Partial<UsagePlan>): PlanDraft {
  return {
    name,
    description,
    isThrottled: throttle !== undefined,
    rate: figure(throttle?.rateLimit),
    burst: figure(throttle?.burstLimit),
    hasQuota: quota !== undefined,
    limit: figure(quota?.limit),
    offset: figure(quota?.offset ?? 0),
    period: quota?.period ?? 'MONTH',
  };
}

/** Whether nothing that must be there is missing; whether it is right says the server. */
export function isComplete({ name, isThrottled, rate, burst, hasQuota, limit }: PlanDraft): boolean {
  return name.trim() !== '' && (!isThrottled || rate !== '' || burst !== '') && (!hasQuota || limit !== '');
}

/** What `CreateUsagePlan` is given. */
export function planOf({ name, description, isThrottled, rate, burst, hasQuota, limit, offset, period }: PlanDraft) {
  return {
    name,
    ...(description && { description }),
    ...(isThrottled && {
      throttle: { ...(rate && { rateLimit: Number(rate) }), ...(burst && { burstLimit: Number(burst) }) },
    }),
    ...(hasQuota && {
      quota: { limit: Number(limit), offset: Number(offset), period: period as 'DAY' | 'WEEK' | 'MONTH' },
    }),
  };
}

/** Makes a plan what a form says (API reference, "Patch Operations", UpdateUsagePlan). */
export function planPatches(before: PlanDraft, after: PlanDraft): Patch[] {
  return [
    ...valuePatches('/name', before.name, after.name),
    ...valuePatches('/description', before.description, after.description),
    ...(after.isThrottled ? throttlePatches('/throttle', before, after) : removal('/throttle', before.isThrottled)),
    ...(after.hasQuota ? quotaPatches(before, after) : removal('/quota', before.hasQuota)),
  ];
}

/** A quota that is new has all of its members set. */
function quotaPatches(before: PlanDraft, after: PlanDraft): readonly Patch[] {
  const known = (value: string): string | undefined => (before.hasQuota ? value : undefined);
  return [
    ...valuePatches('/quota/limit', known(before.limit), after.limit),
    ...valuePatches('/quota/offset', known(before.offset), after.offset),
    ...valuePatches('/quota/period', known(before.period), after.period),
  ];
}

function removal(path: string, isThere: boolean): readonly Patch[] {
  return isThere ? [{ op: 'remove', path }] : [];
}
