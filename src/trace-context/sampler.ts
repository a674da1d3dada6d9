/** X-Ray's default rule: the first request each second, and of the others five in a hundred (telemetry E.4). */
const SHARE_OF_OTHERS = 0.05;

/** Whether a request that nobody has decided about is sampled. */
export type Sampler = (nowMs: number) => boolean;

/** @param random from 0 up to, not including, 1 */
export function createSampler(random: () => number): Sampler {
  let second = Number.NaN;
  return (nowMs) => {
    const now = Math.floor(nowMs / 1000);
    if (now === second) return random() < SHARE_OF_OTHERS;
    second = now;
    return true;
  };
}
