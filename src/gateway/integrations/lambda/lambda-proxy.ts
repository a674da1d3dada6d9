import type { Integration, InvocationRefusal, InvocationSuccess } from '../../../model/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { clientHeaders } from '../../headers/index.ts';
import { compileRequestParameters } from '../../mapping/index.ts';
import {
  type CompileScope,
  ConfigurationProblem,
  configurationError,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
} from '../../method/index.ts';
import { readRequestBody } from '../../pipeline/request-body.ts';
import { acceptedType, firstHeader, matchesMediaType } from '../../text/index.ts';
import { type FunctionCall, invocationSource, invokeFunction } from './invoke.ts';
import { proxyEvent } from './proxy-event.ts';
import { readProxyOutput } from './proxy-output.ts';

/**
 * Compiles an AWS_PROXY integration with a function. Templates and mapped parameters have no effect, but a mapping of a
 * forbidden header still fails the request (facts D26, D28).
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileLambdaProxy(
  integration: Integration,
  functionArn: string,
  place: MethodPlace,
  scope: CompileScope,
): IntegrationPlan {
  if (integration.httpMethod !== 'POST')
    throw new ConfigurationProblem(
      `A function is invoked by POST, not by "${integration.httpMethod ?? ''}" (fact D28).`,
    );
  compileRequestParameters(integration.requestParameters, 'aws', scope.stageVariables);
  const call: FunctionCall = {
    functionArn,
    timeoutMs: integration.timeoutInMillis,
    source: integration.credentials === undefined ? (request) => invocationSource(place, request) : undefined,
  };
  return {
    async invoke(request) {
      const body = await readRequestBody(request);
      if (body.kind !== 'body') return body;
      const event = proxyEvent(request, body.bytes, place, scope);
      const result = await invokeFunction(scope, call, event, 'RequestResponse', request);
      if (result.kind === 'refused') return refusal(result);
      return result.kind === 'invoked' ? proxied(result, request, scope) : result;
    },
  };
}

/** What the client gets when the function could not be called (fact D59; recorded for a payload too large for Lambda). */
function refusal(result: InvocationRefusal): GatewayFailure {
  if (result.reason === 'RequestTooLarge') return { kind: 'failure', type: 'FUNCTION_REQUEST_TOO_LARGE' };
  const cause =
    result.reason === 'AccessDenied'
      ? 'Invalid permissions on Lambda function'
      : `Lambda refused the invocation: ${result.reason}`;
  return configurationError(`${cause}. ${result.message}`);
}

function proxied(result: InvocationSuccess, request: MethodRequest, scope: CompileScope): MethodOutcome {
  if (result.functionError !== undefined) return badGateway('Lambda execution failed with an error of the function');
  const output = readProxyOutput(result.payload);
  if (output === undefined) return badGateway('Malformed Lambda proxy response');
  const accepted = acceptedType(firstHeader(request.headers, 'accept'));
  // Base64 is undone only for a client that asks for binary; others get the text as it is (fact D57).
  const decode = output.isBase64Encoded && matchesMediaType(scope.binaryMediaTypes, accepted);
  return {
    kind: 'response',
    status: output.status,
    headers: [...clientHeaders(output.headers, 'lambda-proxy'), 'X-Amzn-Trace-Id', request.context.traceId],
    body: Buffer.from(output.body, decode ? 'base64' : 'utf8'),
  };
}

function badGateway(cause: string): GatewayFailure {
  return {
    kind: 'failure',
    type: 'INTEGRATION_FAILURE',
    status: 502,
    detail: `Execution failed due to configuration error: ${cause}`,
  };
}
