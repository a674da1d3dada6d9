import type { ExplainedStep } from '../../../../src/model/explained-request.ts';
import type { TimelineStep } from './types.ts';

/** The steps of a request that was traced. */
export function recordedSteps(steps: readonly ExplainedStep[]): readonly TimelineStep[] {
  const failed = failures(steps);
  return steps.map(({ phase, verdict, facts, atMs }, at) => ({
    title: phase,
    summary: verdict,
    facts: Object.entries(facts),
    isFailed: failed[at] ?? false,
    atMs,
  }));
}

/** How long each step took: until the next began, or the request had ended. */
export function durations(startsMs: readonly number[], totalMs: number): readonly number[] {
  return startsMs.map((atMs, at) => Math.max(0, (startsMs[at + 1] ?? Math.max(totalMs, atMs)) - atMs));
}

/** Of each step whether the request ended, or was turned away, at it; so does what was called and never answered. */
export function failures(steps: readonly ExplainedStep[]): readonly boolean[] {
  return steps.map((step, at) => hasFailed(step) || (isCall(step) && steps[at + 1]?.phase === 'gateway response'));
}

function isCall({ phase, verdict }: ExplainedStep): boolean {
  return (phase === 'integration' && verdict.startsWith('called')) || verdict === 'function called';
}

function hasFailed({ phase, verdict }: ExplainedStep): boolean {
  if (phase === 'gateway response') return true;
  if (phase.startsWith('policy')) return !/^allow/i.test(verdict);
  return /^(refused|exceeded|no method|none was sent|opens no|answered 5|5\d\d)/.test(verdict);
}
