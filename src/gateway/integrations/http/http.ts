import type { UpstreamResponse } from '../../../http/index.ts';
import type { Integration, Method } from '../../../model/index.ts';
import { compileRequestParameters } from '../../mapping/index.ts';
import {
  type CompileScope,
  configurationError,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
  resolveStageVariables,
} from '../../method/index.ts';
import { compileIntegrationResponse, type MappedOutcome } from '../../pipeline/integration-response.ts';
import { compileTemplates, requestTemplate } from '../../templates/index.ts';
import { firstHeader } from '../../text/index.ts';
import { type CallFailure, callBackend, callFailure } from './call.ts';
import { compileEndpoint } from './endpoint.ts';
import { type MappedHeaders, mappedHeaders } from './mapped-headers.ts';
import { brokenOff, emptyBody, type OutgoingBody, outgoingBody } from './request-body.ts';
import { passBody } from './response-body.ts';
import { backendVerb } from './verb.ts';

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
  const endpoint = compileEndpoint(uri, parameters, place.resourcePath);
  const templates = compileTemplates(integration.requestTemplates, 'Request template', scope.warn);
  const choice = { templates, passthroughBehavior: integration.passthroughBehavior };
  const respond = compileIntegrationResponse(method, scope);
  const insecureSkipVerification = integration.tlsConfig?.insecureSkipVerification === true;
  const limitBytes = scope.limits.passedBodyBytes;

  const send = async (request: MethodRequest, outgoing: OutgoingBody): Promise<MethodOutcome> => {
    const path = endpoint.pathFor(request, '');
    if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
    const verb = backendVerb(integration, request);
    const { contentLength } = outgoing;
    const answer = await callBackend(
      scope,
      {
        method: verb,
        origin: endpoint.origin,
        path,
        headers: requestHeaders(request, verb, endpoint.host, mappedHeaders(parameters, request)),
        body: outgoing.body,
        ...(contentLength === undefined ? {} : { contentLength }),
        timeoutMs: integration.timeoutInMillis,
        insecureSkipVerification,
      },
      request.exchange.signal,
    );
    if (answer.kind !== 'answered') return brokenOff(answer, request);
    const outcome = await mapped(answer.response, verb, request);
    if (outcome.kind !== 'response') return outcome;
    return { ...outcome, headers: [...outcome.headers, 'X-Amzn-Trace-Id', request.context.traceId] };
  };

  const mapped = async (
    response: UpstreamResponse,
    verb: string,
    request: MethodRequest,
  ): Promise<MappedOutcome | CallFailure> => {
    try {
      const verbs = { backend: verb, client: request.exchange.method };
      const { body, contentLength } = await passBody(response, verbs, limitBytes);
      const result = { selectionValue: String(response.status), headers: response.headers, body };
      const outcome = respond(result, request);
      const passed = outcome.kind === 'response' && outcome.body === body;
      if (!passed) response.discard();
      if (!passed || contentLength === undefined) return outcome;
      return { ...outcome, headers: [...outcome.headers, 'Content-Length', String(contentLength)] };
    } catch (error) {
      return callFailure(error);
    }
  };

  return {
    async invoke(request) {
      const template = requestTemplate(choice, firstHeader(request.headers, 'content-type'));
      if (template === 'unsupported') return { kind: 'failure', type: 'UNSUPPORTED_MEDIA_TYPE' };
      if (template === 'passthrough') {
        const body = emptyBody(request) ?? (await outgoingBody(request, limitBytes));
        return body.kind === 'outgoing' ? send(request, body) : body;
      }
      if (template.kind === 'refused') return configurationError(template.problem);
      return send(request, { kind: 'outgoing', body: template.body });
    },
  };
}

/** Backend verbs whose requests carry no `Content-Type` of the client's (fact D33). */
const WITHOUT_TYPE = new Set(['GET', 'HEAD', 'OPTIONS']);

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
  if (!WITHOUT_TYPE.has(verb)) add('Content-Type', firstHeader(request.headers, 'content-type') ?? 'application/json');
  headers.push('X-Amzn-Trace-Id', context.traceId, 'X-Amzn-Apigateway-Api-Id', apiId, ...mapped.fields);
  return headers;
}
