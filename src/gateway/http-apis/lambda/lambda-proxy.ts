import type { HttpIntegration, InvocationRefusal, InvocationSuccess } from '../../../model/index.ts';
import { functionArnOf, invocationRights, invokeFunction, readProxyOutput } from '../../integrations/lambda/index.ts';
import {
  ConfigurationProblem,
  configurationError,
  type MethodOutcome,
  resolveStageVariables,
} from '../../method/index.ts';
import { clientHeaders } from '../http-proxy/client-headers.ts';
import { type Integrate, readBody } from '../http-proxy/index.ts';
import type { HttpRequest } from '../http-request.ts';
import { compileParameters } from '../parameters/index.ts';
import type { HttpScope } from '../scope.ts';
import { requestEvent1 } from './event-1.ts';
import { requestEvent2 } from './event-2.ts';
import { eventBody } from './event-body.ts';
import { type FunctionAnswer, readOutput2, typed } from './output-2.ts';
import { functionHeaders } from './request-parts.ts';

/**
 * Compiles an AWS_PROXY integration of an HTTP API with a function, in its payload format (guide page
 * http-api-develop-integrations-lambda).
 * @param routeKey of the route, which the function's policy sees
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileLambdaProxy(
  integration: HttpIntegration,
  routePath: string,
  routeKey: string,
  scope: HttpScope,
): Integrate {
  const { CredentialsArn, PayloadFormatVersion: version, TimeoutInMillis: timeoutMs } = integration;
  const uri = resolveStageVariables(integration.IntegrationUri, scope.stageVariables);
  const functionArn = uri.includes(':lambda:path/') ? functionArnOf(uri) : uri;
  if (functionArn === undefined) throw new ConfigurationProblem(`Only functions can be invoked: ${uri}`);
  const parameters = compileParameters(
    integration.RequestParameters,
    integration.ResponseParameters,
    scope.stageVariables,
  );
  const { region, accountId, apiId, stage } = scope.facts;
  const stageArn = `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}`;
  // What the function's resource policy is asked about (fact D62).
  const rights = invocationRights(
    CredentialsArn,
    accountId,
    (httpMethod) => `${stageArn}/${routeKey === '$default' ? routeKey : `${httpMethod}${routePath}`}`,
  );
  const call = { functionArn, timeoutMs, rights };
  return async (request) => {
    const taken = await readBody(request.exchange);
    if (taken.kind !== 'sent') return taken;
    const event = eventOf(request, taken.body);
    const result = await invokeFunction(scope, call, event, 'RequestResponse', request);
    if (result.kind === 'refused') return refusal(result);
    return result.kind === 'invoked' ? answerOf(result, request) : result;
  };

  function eventOf(request: HttpRequest, body: Buffer): Buffer {
    const mapped = parameters.mapRequest(
      { headers: functionHeaders(request), query: request.address.query, path: undefined },
      request,
      body,
    );
    const path = mapped.path ?? request.context.path;
    const parts = { headers: mapped.headers, query: mapped.query, path, stageVariables: scope.stageVariables };
    const given = eventBody(request.headers, body);
    if (version === '1.0') {
      const { body: text = null, isBase64Encoded } = given;
      return jsonOf({ ...requestEvent1(request, parts, routePath), body: text, isBase64Encoded });
    }
    return jsonOf({ ...requestEvent2(request, parts), ...given });
  }

  function answerOf({ functionError, payload }: InvocationSuccess, request: HttpRequest): MethodOutcome {
    if (functionError !== undefined) return failed('Lambda execution failed with an error of the function');
    const answer = version === '1.0' ? readOutput1(payload) : readOutput2(payload);
    if (answer === undefined) return failed('The function’s answer is not in the form of its payload format');
    const { status, headers } = parameters.mapResponse(answer, request, answer.body);
    return { kind: 'response', status, headers, body: answer.body };
  }
}

/** As a REST API's function answers; there is no inference (fact D130). */
function readOutput1(payload: Uint8Array): FunctionAnswer | undefined {
  const output = readProxyOutput(payload);
  if (output === undefined) return undefined;
  return {
    status: output.status,
    headers: typed(clientHeaders(output.headers)),
    body: Buffer.from(output.body, output.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** Clients are told nothing of it (fact D137). */
function refusal({ reason, message }: InvocationRefusal): MethodOutcome {
  if (reason === 'RequestTooLarge') return { kind: 'failure', type: 'FUNCTION_REQUEST_TOO_LARGE' };
  if (reason === 'TooManyRequests') return { kind: 'failure', type: 'INTEGRATION_FAILURE', detail: message };
  return failed(`The function could not be called: ${reason}. ${message}`);
}

function failed(detail: string): MethodOutcome {
  return configurationError(detail);
}

function jsonOf(event: object): Buffer {
  return Buffer.from(JSON.stringify(event));
}
