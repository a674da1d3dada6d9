import { type Patch, valuePatches } from '../../../data/index.ts';

/** Figures of a throttle as they are typed; empty for none. */
export interface TypedThrottle {
  readonly rate: string;
  readonly burst: string;
}

export function figure(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/**
 * Makes a throttle what was typed. No patch takes a single figure away: then both go, and what stays is set again.
 * @param path of the throttle (API reference, "Patch Operations", UpdateUsagePlan)
 */
export function throttlePatches(path: string, before: TypedThrottle, after: TypedThrottle): Patch[] {
  const isEmptied = (before.rate !== '' && after.rate === '') || (before.burst !== '' && after.burst === '');
  const { rate, burst } = isEmptied ? { rate: '', burst: '' } : before;
  return [
    ...(isEmptied ? [{ op: 'remove' as const, path }] : []),
    ...valuePatches(`${path}/rateLimit`, rate, after.rate),
    ...valuePatches(`${path}/burstLimit`, burst, after.burst),
  ];
}
