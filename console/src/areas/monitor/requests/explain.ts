import type { ExplainedRequest } from '../../../../../src/model/explained-request.ts';

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
