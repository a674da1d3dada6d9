import type { Integration, InvocationSuccess, InvocationType, Method } from '../../../model/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { compileRequestParameters, mappedHeaders, type RequestParameters } from '../../mapping/index.ts';
import type { CompileScope, IntegrationPlan, MethodPlace, MethodRequest } from '../../method/index.ts';
import { compileIntegrationRequest } from '../../pipeline/integration-request.ts';
import { compileIntegrationResponse, type IntegrationResult } from '../../pipeline/integration-response.ts';
import { readRequestBody } from '../../pipeline/request-body.ts';
import { firstHeader } from '../../text/index.ts';
import { type FunctionCall, invokeFunction, methodRights } from './invoke.ts';
import { errorMessageOf } from './proxy-failures.ts';

/** What a function gets when the request has no body (recorded on AWS). */
const EMPTY_EVENT = Buffer.from('{}');

/**
 * Compiles an AWS integration with a function ("Lambda custom integration"): the body, as it is or as a template gives it,
 * goes in; what comes out is mapped by integration responses, chosen by the function's `errorMessage` (facts D50, D54).
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileLambda(
  method: Method,
  integration: Integration,
  functionArn: string,
  place: MethodPlace,
  scope: CompileScope,
): IntegrationPlan {
  const parameters = compileRequestParameters(integration.requestParameters, 'aws', scope.stageVariables);
  const mapRequest = compileIntegrationRequest<never>(integration, parameters, 'aws', scope, readRequestBody);
  const respond = compileIntegrationResponse(method, scope);
  const call: FunctionCall = {
    functionArn,
    timeoutMs: integration.timeoutInMillis,
    rights: methodRights(integration, place, scope),
  };
  return {
    async invoke(request) {
      const body = await mapRequest(request);
      if (body.kind !== 'body') return body;
      const payload = body.bytes.length === 0 ? EMPTY_EVENT : body.bytes;
      const problem = jsonProblem(payload);
      if (problem !== undefined) return notJson(problem);
      const result = await invokeFunction(scope, call, payload, invocationType(parameters, request), request);
      if (result.kind === 'refused')
        return refusal(`Lambda refused the invocation: ${result.reason}. ${result.message}`);
      if (result.kind !== 'invoked') return result;
      const outcome = await respond(integrationResult(result), request);
      if (outcome.kind !== 'response') return outcome;
      return { ...outcome, headers: [...outcome.headers, 'X-Amzn-Trace-Id', request.context.traceId] };
    },
  };
}

/** A function that cannot be invoked is an integration failure with that type's own status (features A5.2). */
function refusal(detail: string): GatewayFailure {
  return { kind: 'failure', type: 'INTEGRATION_FAILURE', detail };
}

/** Why a payload is no JSON; undefined when it is. */
function jsonProblem(payload: Buffer): string | undefined {
  try {
    JSON.parse(payload.toString('utf8'));
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

/** What Lambda says of a payload that is no JSON, which the client gets to see (seen in users' reports; guide: "a 400"). */
function notJson(problem: string): GatewayFailure {
  return { kind: 'failure', type: 'BAD_REQUEST', message: `Could not parse request body into json: ${problem}` };
}

/** By the mapped header `X-Amz-Invocation-Type` (fact D68). */
function invocationType(parameters: RequestParameters, request: MethodRequest): InvocationType {
  const value = firstHeader(mappedHeaders(parameters, request).fields, 'x-amz-invocation-type');
  return value === 'Event' || value === 'DryRun' ? value : 'RequestResponse';
}

function integrationResult(result: InvocationSuccess): IntegrationResult {
  const headers = ['Content-Type', 'application/json', 'X-Amz-Executed-Version', result.executedVersion];
  if (result.functionError !== undefined) headers.push('X-Amz-Function-Error', result.functionError);
  const selectionValue = result.functionError === undefined ? '' : errorMessageOf(result.payload);
  return { selectionValue, headers, body: bufferOf(result.payload) };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
