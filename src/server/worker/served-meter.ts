import { requestsIn, type StageCounts } from '../../telemetry/index.ts';

/** Workers tell every second what they have served, and nothing where they have served nothing. */
const FRESH_MS = 1_500;

/** What one worker has served since it started, and how much of it in the last second. */
export function createServedMeter(nowMs: () => number = () => performance.now()) {
  let requests = 0;
  let last = { requests: 0, atMs: Number.NEGATIVE_INFINITY };
  return {
    add(counted: readonly StageCounts[]): void {
      const more = requestsIn(counted);
      requests += more;
      last = { requests: more, atMs: nowMs() };
    },
    now: () => ({ requests, perSecond: nowMs() - last.atMs < FRESH_MS ? last.requests : 0 }),
  };
}
