import type { Authorizer, InvocationResult } from '../../../model/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { functionArnOf, roleRights } from '../../integrations/lambda/index.ts';
import { type MethodRequest, resolveStageVariables } from '../../method/index.ts';
import { type Authorization, type AuthorizerScope, UNAUTHORIZED } from '../authorize.ts';
import { AUTHORIZER_LIMITS } from '../limits.ts';
import { readOutput } from './read-output.ts';

/** What a function decided, and how many bytes it took to say so. */
export interface Answered {
  readonly decision: Authorization | GatewayFailure;
  readonly bytes: number;
}

/** Calls the function with an event. It runs to its end even when the client that caused the call goes away. */
export type CallFunction = (request: MethodRequest, event: Buffer) => Promise<Answered>;

/** @returns undefined when the authorizer's URI calls no function */
export function compileCall(authorizer: Authorizer, scope: AuthorizerScope): CallFunction | undefined {
  const { id, name, authorizerUri = '', authorizerCredentials } = authorizer;
  const functionArn = functionArnOf(resolveStageVariables(authorizerUri, scope.stageVariables));
  if (functionArn === undefined) return undefined;
  const { region, accountId, apiId } = scope.facts;
  const source = {
    principal: 'apigateway.amazonaws.com',
    sourceArn: `arn:aws:execute-api:${region}:${accountId}:${apiId}/authorizers/${id}`,
  };
  // With credentials of its own a role's rights count, not the function's policy.
  const rights = authorizerCredentials === undefined ? { source } : roleRights(authorizerCredentials, accountId);
  return async ({ context }, payload) => {
    const timeout = AbortSignal.timeout(AUTHORIZER_LIMITS.functionTimeoutMs);
    const call = {
      functionArn,
      payload,
      type: 'RequestResponse',
      traceId: context.traceId,
      ...rights,
    } as const;
    context.trace?.record({ kind: 'authorizerRequest', functionArn, body: payload });
    try {
      const result = await scope.functions.invoke(call, timeout);
      context.authorizerAnswered(result.kind === 'invoked' ? result.statusCode : undefined);
      if (result.kind === 'invoked') context.trace?.record({ kind: 'authorizerResponse', body: result.payload });
      return read(result, name);
    } catch (error) {
      return failed('AUTHORIZER_FAILURE', timeout.aborted ? 'The authorizer function timed out' : String(error));
    }
  };
}

function read(result: InvocationResult, authorizerName: string): Answered {
  if (result.kind === 'refused') {
    const isMissing = result.reason === 'NotFound' || result.reason === 'AccessDenied';
    return failed(isMissing ? 'AUTHORIZER_CONFIGURATION_ERROR' : 'AUTHORIZER_FAILURE', result.message);
  }
  if (result.functionError !== undefined) {
    return isUnauthorized(result.payload)
      ? { decision: UNAUTHORIZED, bytes: 0 }
      : failed('AUTHORIZER_FAILURE', 'The authorizer function failed');
  }
  const output = readOutput(result.payload, authorizerName);
  if (typeof output === 'string') {
    return failed('AUTHORIZER_CONFIGURATION_ERROR', `The authorizer function answered ${output}`);
  }
  return { decision: output, bytes: result.payload.length };
}

/** A function says "no" by failing with exactly this message (fact D91). */
function isUnauthorized(payload: Uint8Array): boolean {
  try {
    const error: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return (
      typeof error === 'object' && error !== null && 'errorMessage' in error && error.errorMessage === 'Unauthorized'
    );
  } catch {
    return false;
  }
}

function failed(type: 'AUTHORIZER_FAILURE' | 'AUTHORIZER_CONFIGURATION_ERROR', problem: string): Answered {
  const detail = `Execution failed due to ${type === 'AUTHORIZER_FAILURE' ? 'an authorizer failure' : 'configuration error'}: ${problem}`;
  return { decision: { kind: 'failure', type, detail }, bytes: 0 };
}
