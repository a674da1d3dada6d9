import type { Integration, Method } from '../../../model/index.ts';
import { compileRequestParameters, type MappedHeaders, mappedHeaders } from '../../mapping/index.ts';
import {
  type CompileScope,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
  resolveStageVariables,
} from '../../method/index.ts';
import { compileIntegrationRequest } from '../../pipeline/integration-request.ts';
import { compileIntegrationResponse } from '../../pipeline/integration-response.ts';
import type { RequestBody } from '../../pipeline/request-body.ts';
import { firstHeader } from '../../text/index.ts';
import { callBackend } from './call.ts';
import { connectionTo } from './connection.ts';
import { compileEndpoint } from './endpoint.ts';
import { mappedAnswer } from './mapped-answer.ts';
import { brokenOff, emptyBody, type OutgoingBody, outgoingBody } from './request-body.ts';
import { backendVerb, carriesBody } from './verb.ts';

/**
 * Compiles an HTTP integration: of the client's headers and query string the backend sees what is mapped and nothing else
 * (recorded on AWS); the answer is made by integration responses.
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileHttp(
  method: Method,
  integration: Integration,
  place: MethodPlace,
  scope: CompileScope,
): IntegrationPlan {
  const parameters = compileRequestParameters(integration.requestParameters, 'http', scope.stageVariables);
  const uri = resolveStageVariables(integration.uri ?? '', scope.stageVariables);
  const endpoint = compileEndpoint(uri, parameters, place.resourcePath, integration.requestTemplates !== undefined);
  const limitBytes = scope.limits.passedBodyBytes;
  const mapRequest = compileIntegrationRequest(
    integration,
    parameters,
    'http',
    scope,
    (request) => emptyBody(request) ?? outgoingBody(request, limitBytes),
  );
  const respond = compileIntegrationResponse(method, scope);
  const connection = connectionTo(endpoint, integration, scope);

  const send = async (request: MethodRequest, outgoing: OutgoingBody | RequestBody): Promise<MethodOutcome> => {
    const path = endpoint.pathFor(request, '');
    if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
    const verb = backendVerb(integration, request);
    const headers = requestHeaders(request, verb, endpoint.host, mappedHeaders(parameters, request));
    const { body, ...framing } = carriesBody(verb) ? framed(outgoing) : { body: NO_BODY };
    request.context.trace?.record({
      kind: 'integrationRequest',
      method: verb,
      uri: endpoint.urlOf(path),
      headers,
      body: body instanceof Uint8Array ? body : undefined,
    });
    const answer = await callBackend(
      connection,
      {
        method: verb,
        path,
        headers,
        body,
        ...framing,
        timeoutMs: integration.timeoutInMillis,
      },
      request.exchange.signal,
    );
    if (answer.kind !== 'answered') return brokenOff(answer, request);
    return mappedAnswer(answer.response, verb, request, respond, limitBytes);
  };

  return {
    async invoke(request) {
      const body = await mapRequest(request);
      return body.kind === 'body' || body.kind === 'outgoing' ? send(request, body) : body;
    },
  };
}

const NO_BODY = Buffer.alloc(0);

function framed(outgoing: OutgoingBody | RequestBody): Pick<OutgoingBody, 'body' | 'contentLength'> {
  if (outgoing.kind === 'body') return { body: outgoing.bytes };
  const { body, contentLength } = outgoing;
  return contentLength === undefined ? { body } : { body, contentLength };
}

/** AWS's own headers (fact D33), each unless a mapping sets it, then the mapped ones. */
function requestHeaders(request: MethodRequest, verb: string, host: string, mapped: MappedHeaders): string[] {
  const { context } = request;
  const { apiId } = context.stageFacts;
  const headers: string[] = [];
  const add = (name: string, value: string): void => {
    if (!mapped.names.has(name.toLowerCase())) headers.push(name, value);
  };
  add('Host', host);
  add('Accept', 'application/json');
  add('User-Agent', `AmazonAPIGateway_${apiId}`);
  if (carriesBody(verb)) add('Content-Type', firstHeader(request.headers, 'content-type') ?? 'application/json');
  headers.push('X-Amzn-Trace-Id', context.traceId, 'X-Amzn-Apigateway-Api-Id', apiId, ...mapped.fields);
  return headers;
}
