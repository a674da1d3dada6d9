import { setFlagsFromString } from 'node:v8';

/**
 * V8's optimising compiler takes 4 MB once it has compiled a single function. Nothing that starting does runs long enough to
 * be worth it, so it waits until there is work (docs/decisions/0011).
 */
export function pauseOptimizer(): void {
  setFlagsFromString('--no-opt');
}

export function resumeOptimizer(): void {
  setFlagsFromString('--opt');
}
