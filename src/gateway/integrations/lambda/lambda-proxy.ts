import type { Integration, InvocationSuccess } from '../../../model/index.ts';
import { clientHeaders } from '../../headers/index.ts';
import { compileRequestParameters } from '../../mapping/index.ts';
import {
  type CompileScope,
  ConfigurationProblem,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
} from '../../method/index.ts';
import { takeRequestBody } from '../../pipeline/request-body.ts';
import { acceptedType, firstHeader, matchesMediaType } from '../../text/index.ts';
import { type FunctionCall, invokeFunction, methodRights } from './invoke.ts';
import { compileProxyEvent } from './proxy-event.ts';
import { badGateway, errorMessageOf, functionFailed, refusal } from './proxy-failures.ts';
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
  const call = proxyCall(integration, functionArn, place, scope);
  const eventOf = compileProxyEvent(place, scope);
  return {
    async invoke(request) {
      const taken = takeRequestBody(request);
      const body = taken instanceof Promise ? await taken : taken;
      if (body.kind !== 'body') return body;
      const event = eventOf(request, body.bytes);
      const result = await invokeFunction(scope, call, event, 'RequestResponse', request);
      if (result.kind === 'refused') return refusal(result);
      return result.kind === 'invoked' ? proxied(result, request, scope) : result;
    },
  };
}

/**
 * How a function behind AWS_PROXY is called.
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function proxyCall(
  integration: Integration,
  functionArn: string,
  place: MethodPlace,
  scope: CompileScope,
): FunctionCall {
  if (integration.httpMethod !== 'POST')
    throw new ConfigurationProblem(
      `A function is invoked by POST, not by "${integration.httpMethod ?? ''}" (fact D28).`,
    );
  compileRequestParameters(integration.requestParameters, 'aws', scope.stageVariables);
  return {
    functionArn,
    timeoutMs: integration.timeoutInMillis,
    rights: methodRights(integration, place, scope),
  };
}

function proxied(result: InvocationSuccess, request: MethodRequest, scope: CompileScope): MethodOutcome {
  if (result.functionError !== undefined) return functionFailed(errorMessageOf(result.payload));
  const output = readProxyOutput(result.payload);
  if (output === undefined) return badGateway('Malformed Lambda proxy response');
  request.context.functionStatus = output.status;
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
