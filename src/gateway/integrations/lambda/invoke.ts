import type { Integration, InvocationRequest, InvocationResult } from '../../../model/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import {
  type Abandoned,
  CALLER,
  type CompileScope,
  credentialsOf,
  type MethodPlace,
  type MethodRequest,
} from '../../method/index.ts';
import { Deadline } from './deadline.ts';

/** A function's integration, as far as calling it goes. */
export interface FunctionCall {
  readonly functionArn: string;
  readonly timeoutMs: number;
  /** Who calls, and by whose rights. */
  readonly rights: (request: MethodRequest) => InvocationRights;
}

export type InvocationRights = Pick<InvocationRequest, 'source' | 'identity'>;

/**
 * By what right a function is called (facts D62, D66): its resource policy must let API Gateway call it, or, where the integration
 * has credentials, the role's or the caller's own policies count.
 * @param credentials a role's ARN or `CALLER`; undefined for none
 * @param accountId the API's
 * @param sourceArnOf which method calls, for the HTTP method of a request
 */
export function invocationRights(
  credentials: string | undefined,
  accountId: string,
  sourceArnOf: (httpMethod: string) => string,
): (request: MethodRequest) => InvocationRights {
  if (credentials === undefined) return sourceRights(sourceArnOf);
  if (credentials === CALLER) return ({ callerKey: key }) => ({ identity: { kind: 'caller', ...(key && { key }) } });
  const rights = roleRights(credentials, accountId);
  return () => rights;
}

/** Ours: HTTP methods that are remembered where any is served. Clients may invent more. */
const MOST_METHODS = 16;

/** The same object for all requests of one HTTP method, so that whoever is asked can tell it by identity. */
function sourceRights(sourceArnOf: (httpMethod: string) => string): (request: MethodRequest) => InvocationRights {
  const byMethod = new Map<string, InvocationRights>();
  return ({ context: { httpMethod } }) => {
    const known = byMethod.get(httpMethod);
    if (known !== undefined) return known;
    const rights = { source: { principal: 'apigateway.amazonaws.com', sourceArn: sourceArnOf(httpMethod) } };
    if (byMethod.size === MOST_METHODS) byMethod.clear();
    byMethod.set(httpMethod, rights);
    return rights;
  };
}

/** @param accountId the API's */
export function roleRights(roleArn: string, accountId: string): InvocationRights {
  return { identity: { kind: 'role', roleArn, accountId } };
}

/** By what right a method calls its function. */
export function methodRights(
  integration: Integration,
  place: MethodPlace,
  scope: Pick<CompileScope, 'stageVariables' | 'facts'>,
): FunctionCall['rights'] {
  const { region, accountId, apiId, stage } = scope.facts;
  const stageArn = `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}`;
  return invocationRights(
    credentialsOf(integration, scope.stageVariables),
    accountId,
    (httpMethod) => `${stageArn}/${httpMethod}${place.resourcePath}`,
  );
}

/**
 * Calls a function and waits as long as the integration may take. The function itself runs on when the time is over or the
 * client has gone, as on AWS.
 */
export async function invokeFunction(
  scope: Pick<CompileScope, 'functions'>,
  call: FunctionCall,
  payload: Uint8Array,
  type: InvocationRequest['type'],
  request: MethodRequest,
): Promise<InvocationResult | GatewayFailure | Abandoned> {
  const rights = call.rights(request);
  tellCall(call, 'invocations', payload, request);
  const { functionArn } = call;
  const { traceId } = request.context;
  const deadline = new Deadline(call.timeoutMs, request.exchange);
  try {
    const { source, identity } = rights;
    const answer = scope.functions.invoke({ functionArn, payload, type, traceId, source, identity });
    const result = await deadline.unlessOver(answer);
    tellResult(result, request);
    return result;
  } catch (error) {
    if (deadline.outcome !== undefined) return deadline.outcome;
    throw error;
  } finally {
    deadline.clear();
  }
}

/** Lambda's operations that call a function, with the version of its API that has them. */
const OPERATIONS = { invocations: '2015-03-31', 'response-streaming-invocations': '2021-11-15' } as const;

/** As AWS's log shows the call of a function: the URL of Lambda's own API. */
export function tellCall(
  { functionArn }: FunctionCall,
  operation: keyof typeof OPERATIONS,
  payload: Uint8Array,
  { context }: MethodRequest,
): void {
  if (context.trace === undefined) return;
  const { apiId, region } = context.stageFacts;
  const host = `lambda.${region}.amazonaws.com`;
  context.trace.record({
    kind: 'integrationRequest',
    method: 'POST',
    uri: `https://${host}/${OPERATIONS[operation]}/functions/${functionArn}/${operation}`,
    headers: [
      'x-amzn-apigateway-api-id',
      apiId,
      'Accept',
      'application/json',
      'User-Agent',
      `AmazonAPIGateway_${apiId}`,
      'Host',
      host,
      'X-Amzn-Trace-Id',
      context.traceId,
    ],
    body: payload,
  });
}

/** What a function cannot be called for stands in the failure that it leads to. */
function tellResult(result: InvocationResult, { context }: MethodRequest): void {
  if (result.kind !== 'invoked') return;
  context.integrationStatus = result.statusCode;
  const { statusCode, executedVersion, functionError, payload } = result;
  context.trace?.record({
    kind: 'integrationResponse',
    status: statusCode,
    headers: [
      'Content-Type',
      'application/json',
      'X-Amz-Executed-Version',
      executedVersion,
      ...(functionError === undefined ? [] : ['X-Amz-Function-Error', functionError]),
    ],
    body: payload,
  });
}
