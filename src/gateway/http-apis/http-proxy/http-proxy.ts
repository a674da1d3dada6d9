import type {
  BodySource,
  HeaderList,
  UpstreamError,
  UpstreamHandler,
  UpstreamResponse,
  UpstreamRoute,
} from '../../../http/index.ts';
import type { HttpIntegration } from '../../../model/index.ts';
import { callFailure, outcomeOf, passBody, routeFields } from '../../integrations/http/index.ts';
import { MAX_PAYLOAD_BYTES } from '../../limits.ts';
import { type MaybePromise, type MethodOutcome, PENDING, resolveStageVariables } from '../../method/index.ts';
import type { HttpRequest } from '../http-request.ts';
import { type CompiledParameters, compileParameters, NO_PARAMETERS } from '../parameters/index.ts';
import type { HttpScope } from '../scope.ts';
import { backendHeaders } from './backend-headers.ts';
import { clientHeaders } from './client-headers.ts';
import { compileHttpEndpoint, type HttpEndpoint } from './endpoint.ts';
import { readBody, type SentBody, takeBody } from './request-body.ts';

/** Serves requests of a route: gives the outcome, or `PENDING` when it calls the request's `complete` by itself. */
export type Integrate = (request: HttpRequest) => MaybePromise<MethodOutcome | typeof PENDING>;

interface Plan {
  readonly endpoint: HttpEndpoint;
  readonly route: UpstreamRoute;
  /** Undefined for the client's own. */
  readonly verb: string | undefined;
  readonly timeoutMs: number;
  /** The largest body that passes through, either way; one that a mapping reads is gathered. */
  readonly limitBytes: number;
  readonly parameters: CompiledParameters;
}

/**
 * Compiles an HTTP_PROXY integration of an HTTP API: request and response pass whole, but for what parameter mappings change
 * (guide page http-api-develop-integrations-http).
 * @param routePath the route's path, or `$default`
 * @throws {ConfigurationProblem} when the configuration cannot be served
 */
export function compileHttpProxy(integration: HttpIntegration, routePath: string, scope: HttpScope): Integrate {
  const { IntegrationUri, IntegrationMethod, TlsConfig, RequestParameters, ResponseParameters } = integration;
  const endpoint = compileHttpEndpoint(resolveStageVariables(IntegrationUri, scope.stageVariables), routePath);
  const serverName = TlsConfig?.ServerNameToVerify;
  const isMapped = RequestParameters !== undefined || ResponseParameters !== undefined;
  const plan: Plan = {
    endpoint,
    route: scope.upstream.route(endpoint.origin, {
      insecureSkipVerification: false,
      ...(serverName && { serverName }),
    }),
    verb: IntegrationMethod === 'ANY' ? undefined : IntegrationMethod,
    timeoutMs: integration.TimeoutInMillis,
    limitBytes: scope.limits.passedBodyBytes,
    parameters: isMapped
      ? compileParameters(RequestParameters, ResponseParameters, scope.stageVariables)
      : NO_PARAMETERS,
  };
  return (request) => {
    if (plan.parameters.readsRequestBody) return readBody(request.exchange).then(call(plan, request));
    const arrived = request.exchange.takeArrivedBody();
    if (arrived !== undefined) return new ProxyCall(plan, request).send(arrived, undefined);
    return takeBody(request, plan.limitBytes).then(call(plan, request));
  };
}

function call(plan: Plan, request: HttpRequest) {
  return (taken: SentBody | MethodOutcome): MethodOutcome | typeof PENDING => {
    if (taken.kind !== 'sent') return taken;
    if (request.exchange.signal.aborted) return { kind: 'abandoned' };
    return new ProxyCall(plan, request).send(taken.body, taken.contentLength);
  };
}

/** One request on its way to a backend and back, by callbacks: in the same turn where nothing has to be waited for. */
class ProxyCall implements UpstreamHandler {
  readonly #plan: Plan;
  readonly #request: HttpRequest;
  readonly #method: string;

  constructor(plan: Plan, request: HttpRequest) {
    this.#plan = plan;
    this.#request = request;
    this.#method = plan.verb ?? request.context.httpMethod;
  }

  send(body: Uint8Array | BodySource, contentLength: number | undefined): MethodOutcome | typeof PENDING {
    const { endpoint, route, timeoutMs, parameters } = this.#plan;
    const request = this.#request;
    const given = body instanceof Uint8Array ? body : undefined;
    const mapped = parameters.mapRequest(
      { headers: ['Host', endpoint.host, ...backendHeaders(request)], query: request.address.query, path: undefined },
      request,
      given,
    );
    const path =
      mapped.path === undefined
        ? endpoint.pathFor(request, mapped.query)
        : `${mapped.path}${mapped.query === '' ? '' : `?${mapped.query}`}`;
    if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
    const { host, fields } = routeFields(mapped.headers);
    request.context.trace?.record({
      kind: 'integrationRequest',
      method: this.#method,
      uri: endpoint.urlOf(path),
      headers: mapped.headers,
      body: given,
      isPassedOn: true,
    });
    request.exchange.abortable = route.call(
      { method: this.#method, path, host, fields, body, contentLength, timeoutMs },
      this,
    );
    return PENDING;
  }

  onResponse(response: UpstreamResponse): void {
    try {
      const arrived = this.#method === 'HEAD' ? undefined : response.takeArrivedBody();
      if (arrived === undefined) this.#gather(response);
      else this.#answer(response.status, response.headers, arrived, undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  onFailure(error: UpstreamError): void {
    this.#request.complete(callFailure(error));
  }

  #gather(response: UpstreamResponse): void {
    const { limitBytes, parameters } = this.#plan;
    const verbs = { backend: this.#method, client: this.#request.exchange.method };
    const whole = parameters.readsResponseBody && verbs.backend !== 'HEAD';
    const passed = whole
      ? response.readBody(MAX_PAYLOAD_BYTES).then((body) => ({ body, contentLength: undefined }))
      : passBody(response, verbs, limitBytes);
    passed.then(
      ({ body, contentLength }) => this.#answer(response.status, response.headers, body, contentLength),
      (error: unknown) => this.#fail(error),
    );
  }

  #answer(status: number, headers: HeaderList, body: Uint8Array | BodySource, contentLength: number | undefined): void {
    const given = body instanceof Uint8Array ? body : undefined;
    this.#request.context.trace?.record({ kind: 'integrationResponse', status, headers, body: given });
    const answer = { status, headers: clientHeaders(headers) };
    const mapped = this.#plan.parameters.mapResponse(answer, this.#request, given);
    const length = contentLength === undefined ? [] : ['Content-Length', String(contentLength)];
    this.#request.complete({ kind: 'response', status: mapped.status, headers: [...mapped.headers, ...length], body });
  }

  #fail(error: unknown): void {
    this.#request.complete(outcomeOf(error));
  }
}
