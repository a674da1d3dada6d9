import type { Integration } from '../../../model/index.ts';
import { compileRequestParameters, mappingFailure } from '../../mapping/index.ts';
import {
  type CompileScope,
  type IntegrationPlan,
  type MethodOutcome,
  type MethodPlace,
  type MethodRequest,
  type PENDING,
  resolveStageVariables,
} from '../../method/index.ts';
import { readMappings } from '../../pipeline/integration-request.ts';
import { codingOf, readRequestBody } from '../../pipeline/request-body.ts';
import { streamPace } from '../streaming/index.ts';
import { compileEndpoint } from './endpoint.ts';
import { ProxyCall, type ProxyPlan } from './proxy-call.ts';
import { outgoingBody } from './request-body.ts';
import { routeTo } from './route-to.ts';

/**
 * Compiles an HTTP_PROXY integration. `requestParameters` apply although AWS does not document it: headers replace, query
 * parameters are appended (fact D27). A request whose body is here goes to the backend in the same turn of the event loop,
 * and the answer to the client in the turn in which it comes; only bodies on their way are waited for.
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileHttpProxy(integration: Integration, place: MethodPlace, scope: CompileScope): IntegrationPlan {
  const parameters = compileRequestParameters(integration.requestParameters, 'http', scope.stageVariables);
  const uri = resolveStageVariables(integration.uri ?? '', scope.stageVariables);
  const endpoint = compileEndpoint(uri, parameters, place.resourcePath);
  const plan: ProxyPlan = {
    integration,
    parameters,
    endpoint,
    route: routeTo(endpoint, integration, scope),
    timeoutMs: integration.timeoutInMillis,
    limitBytes: scope.limits.passedBodyBytes,
    stream: integration.responseTransferMode === 'STREAM' ? streamPace(scope) : undefined,
  };
  const run = parameters.fromBody.length === 0 ? invoke : invokeMapped;
  if (plan.stream === undefined) return { invoke: (request) => run(plan, request) };
  return {
    invoke(request) {
      request.context.isStreamed = true;
      return run(plan, request);
    },
  };
}

function invoke(
  plan: ProxyPlan,
  request: MethodRequest,
): MethodOutcome | typeof PENDING | Promise<MethodOutcome | typeof PENDING> {
  const { exchange } = request;
  const undone = codingOf(request.headers) !== undefined;
  const arrived = undone ? undefined : exchange.takeArrivedBody();
  if (arrived !== undefined) return new ProxyCall(plan, request).send(arrived, undefined, undone);
  return outgoingBody(request, plan.limitBytes).then((outgoing) => {
    if (outgoing.kind !== 'outgoing') return outgoing;
    if (exchange.signal.aborted) return { kind: 'abandoned' };
    return new ProxyCall(plan, request).send(outgoing.body, outgoing.contentLength, undone);
  });
}

/** Mappings read the body, so it is gathered first. */
async function invokeMapped(plan: ProxyPlan, request: MethodRequest): Promise<MethodOutcome | typeof PENDING> {
  const body = await readRequestBody(request);
  if (body.kind !== 'body') return body;
  try {
    readMappings(request, plan.parameters, body.bytes);
  } catch (error) {
    return mappingFailure(error, 'request');
  }
  return new ProxyCall(plan, request).send(body.bytes, undefined, codingOf(request.headers) !== undefined);
}
