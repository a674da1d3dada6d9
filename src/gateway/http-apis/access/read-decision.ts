import type { CompiledPolicy } from '../../../policy/index.ts';
import { readOutput } from '../../authorizers/lambda/read-output.ts';
import { AUTHORIZER_LIMITS } from '../../authorizers/limits.ts';

/** What an authorizer's function decided. */
export interface Decision {
  /** A plain yes or no, or a policy that is asked for each route. */
  readonly verdict: boolean | CompiledPolicy;
  readonly principalId?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the output of a REQUEST authorizer's function (fact D100; guide page http-api-lambda-authorizer): a policy, or where
 * simple responses are enabled a real boolean. Contexts may hold lists and maps.
 * @returns what is wrong, for the operator, when it is no such answer
 */
export function readDecision(payload: Uint8Array, isSimple: boolean, authorizerName: string): Decision | string {
  if (payload.length > AUTHORIZER_LIMITS.outputBytes) return `more than ${AUTHORIZER_LIMITS.outputBytes} bytes`;
  const output = fieldsOf(parse(payload));
  if (output === undefined) return 'no JSON object';
  const { context, ...rest } = output;
  const given = context === undefined || context === null ? undefined : fieldsOf(context);
  if (context !== undefined && context !== null && given === undefined) return 'a context that is no object';
  if (isSimple) {
    if (typeof rest.isAuthorized !== 'boolean') return 'no boolean isAuthorized';
    return { verdict: rest.isAuthorized, ...(given && { context: given }) };
  }
  const read = readOutput(Buffer.from(JSON.stringify(rest)), authorizerName);
  if (typeof read === 'string') return read;
  const { policy, facts } = read;
  if (policy === undefined) return 'no policyDocument';
  return {
    verdict: policy,
    ...(facts.principalId !== undefined && { principalId: facts.principalId }),
    ...(given && { context: given }),
  };
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch {
    return undefined;
  }
}
