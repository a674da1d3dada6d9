import { usagePlans as texts } from '../../../texts/en/usage-plans.ts';
import type { UsagePlan } from './use-plans.ts';

/** A throttle in words; what it leaves out is the account's. */
export function rateText(throttle: UsagePlan['throttle']): string {
  const { rateLimit, burstLimit } = throttle ?? {};
  if (rateLimit === undefined && burstLimit === undefined) return texts.notThrottled;
  return texts.rate(rateLimit, burstLimit);
}

export function quotaText(quota: UsagePlan['quota']): string {
  if (quota === undefined) return texts.noQuota;
  const { limit = 0, period = '' } = quota;
  return texts.quota(limit, texts.periods[period] ?? period);
}
