import type {
  BodySource,
  HeaderList,
  UpstreamError,
  UpstreamHandler,
  UpstreamResponse,
  UpstreamRoute,
} from '../../../http/index.ts';
import { type MaybePromise, type MethodRequest, PENDING } from '../../method/index.ts';
import type {
  IntegrationResponseMapping,
  IntegrationResult,
  MappedOutcome,
} from '../../pipeline/integration-response.ts';
import { callFailure, outcomeOf } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import { brokenOff } from './request-body.ts';
import { routeFields } from './route-fields.ts';
import { waitingBody } from './waiting-body.ts';

/** What the calls of a compiled non-proxy integration share. */
export interface MappedPlan {
  readonly endpoint: Endpoint;
  readonly route: UpstreamRoute;
  readonly timeoutMs: number;
  /** The largest body that passes through, either way. */
  readonly limitBytes: number;
  readonly respond: IntegrationResponseMapping;
  /** Is told what the backend's answer says besides what is mapped. */
  readonly onHead?: (headers: HeaderList, request: MethodRequest) => void;
}

/** One mapped request on its way to a backend and back, by callbacks. */
export class MappedCall implements UpstreamHandler {
  readonly #plan: MappedPlan;
  readonly #request: MethodRequest;
  readonly #method: string;

  /** @param method the verb towards the backend */
  constructor(plan: MappedPlan, request: MethodRequest, method: string) {
    this.#plan = plan;
    this.#request = request;
    this.#method = method;
  }

  /**
   * @param headers complete, with `Host`; their values can stand in header fields
   * @param body may be borrowed
   * @param contentLength the length of a body that is passed on as it comes in
   */
  send(path: string, headers: HeaderList, body: Uint8Array | BodySource, contentLength?: number): typeof PENDING {
    const { endpoint, route, timeoutMs } = this.#plan;
    const request = this.#request;
    request.context.trace?.record({
      kind: 'integrationRequest',
      method: this.#method,
      uri: endpoint.urlOf(path),
      headers,
      body: body instanceof Uint8Array ? body : undefined,
    });
    request.exchange.abortable = route.call(
      { method: this.#method, path, ...routeFields(headers), body, contentLength, timeoutMs },
      this,
    );
    return PENDING;
  }

  onResponse(response: UpstreamResponse): void {
    try {
      this.#request.context.integrationStatus = response.status;
      this.#plan.onHead?.(response.headers, this.#request);
      this.#settle(this.#plan.respond(this.#resultOf(response), this.#request));
    } catch (error) {
      this.#fail(error);
    }
  }

  onFailure(error: UpstreamError): void {
    this.#request.complete(brokenOff(callFailure(error), this.#request));
  }

  #resultOf(response: UpstreamResponse): IntegrationResult {
    const { status, headers } = response;
    const { exchange, context } = this.#request;
    const selectionValue = String(status);
    const arrived = this.#method === 'HEAD' ? undefined : response.takeArrivedBody();
    if (arrived !== undefined) {
      context.trace?.record({ kind: 'integrationResponse', status, headers, body: arrived });
      return { selectionValue, headers, body: arrived };
    }
    const verbs = { backend: this.#method, client: exchange.method };
    return { selectionValue, headers, body: waitingBody(response, verbs, this.#plan.limitBytes, context.trace) };
  }

  #settle(outcome: MaybePromise<MappedOutcome>): void {
    if (outcome instanceof Promise) {
      outcome.then(
        (settled) => this.#complete(settled),
        (error: unknown) => this.#fail(error),
      );
    } else this.#complete(outcome);
  }

  /** With the trace id (fact D18). */
  #complete(outcome: MappedOutcome): void {
    const request = this.#request;
    if (outcome.kind !== 'response') request.complete(outcome);
    else request.complete({ ...outcome, headers: [...outcome.headers, 'X-Amzn-Trace-Id', request.context.traceId] });
  }

  #fail(error: unknown): void {
    this.#request.complete(outcomeOf(error));
  }
}
