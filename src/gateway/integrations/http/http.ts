import type { Integration, Method } from '../../../model/index.ts';
import type { GatewayFailure } from '../../gateway-responses/index.ts';
import { compileRequestParameters, mappedHeaders, type RequestParameters } from '../../mapping/index.ts';
import {
  type Abandoned,
  type CompileScope,
  type IntegrationPlan,
  type MaybePromise,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
  type PENDING,
  resolveStageVariables,
} from '../../method/index.ts';
import { compileIntegrationRequest } from '../../pipeline/integration-request.ts';
import { compileIntegrationResponse } from '../../pipeline/integration-response.ts';
import { arrivedBody, type RequestBody } from '../../pipeline/request-body.ts';
import { compileEndpoint } from './endpoint.ts';
import { MappedCall, type MappedPlan } from './mapped-call.ts';
import { mappedRequestHeaders } from './mapped-request-headers.ts';
import { emptyBody, type OutgoingBody, outgoingBody } from './request-body.ts';
import { routeTo } from './route-to.ts';
import { backendVerb, carriesBody } from './verb.ts';

/**
 * Compiles an HTTP integration: of the client's headers and query string the backend sees what is mapped and nothing else
 * (recorded on AWS); the answer is made by integration responses. Like a proxied one, a request whose body is here goes to the
 * backend in the same turn of the event loop.
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
  const mapRequest = compileIntegrationRequest(integration, parameters, 'http', scope, (request) =>
    passedBody(request, limitBytes),
  );
  const plan: HttpPlan = {
    integration,
    parameters,
    endpoint,
    route: routeTo(endpoint, integration, scope),
    timeoutMs: integration.timeoutInMillis,
    limitBytes,
    respond: compileIntegrationResponse(method, scope),
  };
  return {
    invoke(request) {
      const mapped = mapRequest(request);
      if (!(mapped instanceof Promise)) return send(plan, request, mapped);
      return mapped.then((late) => (request.exchange.signal.aborted ? ABANDONED : send(plan, request, late)));
    },
  };
}

interface HttpPlan extends MappedPlan {
  readonly integration: Integration;
  readonly parameters: RequestParameters;
}

type Passed = OutgoingBody | RequestBody | GatewayFailure | Abandoned;

const NO_BODY = Buffer.alloc(0);
const ABANDONED: Abandoned = { kind: 'abandoned' };

/** A body that nothing looks at, at once where it is here. */
function passedBody(request: MethodRequest, limitBytes: number): MaybePromise<Passed> {
  const arrived = arrivedBody(request);
  if (arrived !== undefined) return { kind: 'outgoing', body: arrived };
  return emptyBody(request) ?? outgoingBody(request, limitBytes);
}

function send(plan: HttpPlan, request: MethodRequest, outgoing: Passed): MethodOutcome | typeof PENDING {
  if (outgoing.kind !== 'body' && outgoing.kind !== 'outgoing') return outgoing;
  const { integration, parameters, endpoint } = plan;
  const path = endpoint.pathFor(request, '');
  if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
  const verb = backendVerb(integration, request);
  const headers = mappedRequestHeaders(request, verb, endpoint.host, mappedHeaders(parameters, request));
  headers.push('X-Amzn-Apigateway-Api-Id', request.context.stageFacts.apiId);
  const call = new MappedCall(plan, request, verb);
  if (!carriesBody(verb)) return call.send(path, headers, NO_BODY);
  if (outgoing.kind === 'body') return call.send(path, headers, outgoing.bytes);
  return call.send(path, headers, outgoing.body, outgoing.contentLength);
}
