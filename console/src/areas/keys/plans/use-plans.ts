import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';

export type UsagePlan = Output<'apigateway', 'getUsagePlan'>;

/** All usage plans of the region, or those that a key is in. */
export function usePlans(keyId?: string): Read<readonly UsagePlan[]> {
  const input = { limit: 500, ...(keyId !== undefined && { keyId }) };
  return useAll('apigateway', 'getUsagePlans', input, ({ items }) => items);
}

export function usePlan(usagePlanId: string): Read<UsagePlan> {
  return useCall('apigateway', 'getUsagePlan', { usagePlanId });
}

export function planPath(planId: string): string {
  return `/usage-plans/${encodeURIComponent(planId)}`;
}
