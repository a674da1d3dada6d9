import type { ExplainedRequest, Step } from './types.ts';

/** What ended a request, as its steps tell it. */
export interface Ending {
  /** The type of its gateway response. */
  readonly type: string;
  readonly cause: string | undefined;
  /** The verdict of the policy that refused it, which names the statement. */
  readonly decidedBy: string | undefined;
}

/** Undefined for a request that its method answered. */
export function endingOf({ responseType, steps }: ExplainedRequest): Ending | undefined {
  if (responseType === undefined) return undefined;
  const end = steps.find(({ phase }) => phase === 'gateway response');
  const policy = steps.findLast(({ phase, verdict }) => phase.startsWith('policy') && !/^allow/i.test(verdict));
  const causes = [end?.facts.cause, end?.facts.validation].filter((cause) => cause !== undefined).map(String);
  return {
    type: responseType,
    cause: causes.length === 0 ? undefined : causes.join(': '),
    decidedBy: policy && `${policy.phase}: ${policy.verdict}`,
  };
}

/** How long a step took: until the next began, or the request had ended. */
export function durations(steps: readonly Step[], totalMs: number): readonly number[] {
  return steps.map(({ atMs }, at) => Math.max(0, (steps[at + 1]?.atMs ?? Math.max(totalMs, atMs)) - atMs));
}

/** Whether the request ended, or was turned away, at this step. */
export function hasFailed({ phase, verdict }: Step): boolean {
  if (phase === 'gateway response') return true;
  if (phase.startsWith('policy')) return !/^allow/i.test(verdict);
  return /^(refused|exceeded|no method|none was sent|opens no|answered 5|5\d\d)/.test(verdict);
}
