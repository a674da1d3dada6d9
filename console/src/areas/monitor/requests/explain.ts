import type { ExplainedRequest, ExplainedStep } from '../../../../../src/model/explained-request.ts';

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
export function durations(steps: readonly ExplainedStep[], totalMs: number): readonly number[] {
  return steps.map(({ atMs }, at) => Math.max(0, (steps[at + 1]?.atMs ?? Math.max(totalMs, atMs)) - atMs));
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
