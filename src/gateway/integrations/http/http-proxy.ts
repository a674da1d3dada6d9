import type { UpstreamResponse } from '../../../http/index.ts';
import type { Integration } from '../../../model/index.ts';
import { backendHeaders, clientHeaders } from '../../headers/index.ts';
import { compileRequestParameters } from '../../mapping/index.ts';
import {
  type CompileScope,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
  resolveStageVariables,
} from '../../method/index.ts';
import { codingOf } from '../../pipeline/request-body.ts';
import { callBackend, callFailure } from './call.ts';
import { compileEndpoint } from './endpoint.ts';
import { mappedHeaders } from './mapped-headers.ts';
import { emptyBody, type OutgoingBody, outgoingBody } from './request-body.ts';
import { passBody, type Verbs } from './response-body.ts';
import { backendVerb } from './verb.ts';

/**
 * Compiles an HTTP_PROXY integration. `requestParameters` apply although AWS does not document it: headers replace, query
 * parameters are appended (fact D27).
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileHttpProxy(integration: Integration, place: MethodPlace, scope: CompileScope): IntegrationPlan {
  const parameters = compileRequestParameters(integration.requestParameters, 'http', scope.stageVariables);
  const uri = resolveStageVariables(integration.uri ?? '', scope.stageVariables);
  const endpoint = compileEndpoint(uri, parameters, place.resourcePath);
  const timeoutMs = integration.timeoutInMillis;
  if (integration.responseTransferMode === 'STREAM')
    scope.warn('Response streaming is not built, so answers are limited and gathered as in the mode BUFFERED.');
  const insecureSkipVerification = integration.tlsConfig?.insecureSkipVerification === true;

  const send = async (request: MethodRequest, outgoing: OutgoingBody): Promise<MethodOutcome> => {
    const path = endpoint.pathFor(request, request.address.query);
    if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
    const mapped = mappedHeaders(parameters, request);
    // A coding that was undone must not be announced; a mapped `Host` replaces the backend's own (recorded on AWS).
    const replaced =
      codingOf(request.headers) === undefined ? mapped.names : new Set([...mapped.names, 'content-encoding']);
    const headers = backendHeaders(request, endpoint.host, replaced);
    const { contentLength } = outgoing;
    const method = backendVerb(integration, request);
    const answer = await callBackend(
      scope,
      {
        method,
        origin: endpoint.origin,
        path,
        headers: mapped.names.has('host') ? [...headers.slice(2), ...mapped.fields] : [...headers, ...mapped.fields],
        body: outgoing.body,
        ...(contentLength === undefined ? {} : { contentLength }),
        timeoutMs,
        insecureSkipVerification,
      },
      request.exchange.signal,
    );
    return answer.kind === 'answered'
      ? proxied(answer.response, { backend: method, client: request.exchange.method })
      : answer;
  };

  return {
    invoke(request) {
      const empty = emptyBody(request);
      if (empty !== undefined) return send(request, empty);
      return outgoingBody(request).then((body) => (body.kind === 'outgoing' ? send(request, body) : body));
    },
  };
}

async function proxied(response: UpstreamResponse, verbs: Verbs): Promise<MethodOutcome> {
  try {
    const { body, contentLength } = await passBody(response, verbs);
    const headers = clientHeaders(response.headers, 'http-proxy');
    if (contentLength !== undefined) headers.push('Content-Length', String(contentLength));
    return { kind: 'response', status: response.status, headers, body };
  } catch (error) {
    return callFailure(error);
  }
}
