import type { LogGroup } from './groups/index.ts';
import { DAY_MS } from './limits.ts';

/** The earliest time of events that a group has not let go of, in milliseconds since the epoch. */
export function keptSinceMs({ retentionInDays }: LogGroup, nowMs: number): number {
  return retentionInDays === undefined ? 0 : nowMs - retentionInDays * DAY_MS;
}
