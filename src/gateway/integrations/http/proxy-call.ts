import type {
  BodySource,
  HeaderList,
  UpstreamError,
  UpstreamHandler,
  UpstreamResponse,
  UpstreamRoute,
} from '../../../http/index.ts';
import type { Integration } from '../../../model/index.ts';
import { backendHeaders, proxiedHeaders } from '../../headers/index.ts';
import { mappedHeaders, type RequestParameters } from '../../mapping/index.ts';
import { type MethodOutcome, type MethodRequest, PENDING } from '../../method/index.ts';
import { firstHeader } from '../../text/index.ts';
import { type StreamPace, streamedBody } from '../streaming/index.ts';
import { callFailure, outcomeOf } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import { ProxiedRequest } from './proxied-request.ts';
import { brokenOff } from './request-body.ts';
import { passBody } from './response-body.ts';
import { backendVerb } from './verb.ts';

/** A compiled HTTP_PROXY integration. */
export interface ProxyPlan {
  readonly integration: Integration;
  readonly parameters: RequestParameters;
  readonly endpoint: Endpoint;
  readonly route: UpstreamRoute;
  readonly timeoutMs: number;
  /** The largest body that passes through, either way. */
  readonly limitBytes: number;
  /** Set in the mode STREAM, in which answers go on piece by piece. */
  readonly stream: StreamPace | undefined;
}

/** One request on its way to an HTTP_PROXY backend and back, by callbacks. */
export class ProxyCall implements UpstreamHandler {
  readonly #plan: ProxyPlan;
  readonly #request: MethodRequest;
  readonly #method: string;

  constructor(plan: ProxyPlan, request: MethodRequest) {
    this.#plan = plan;
    this.#request = request;
    this.#method = backendVerb(plan.integration, request);
  }

  /**
   * @param contentLength the length of a body that is passed on as it comes in
   * @param undone the body's coding was undone, and must not be announced any more
   */
  send(
    body: Uint8Array | BodySource,
    contentLength: number | undefined,
    undone: boolean,
  ): MethodOutcome | typeof PENDING {
    const { endpoint, route, parameters, timeoutMs } = this.#plan;
    const request = this.#request;
    const path = endpoint.pathFor(request, request.address.query);
    if (path === undefined) return { kind: 'failure', type: 'BAD_REQUEST' };
    const mapped = mappedHeaders(parameters, request);
    const fields = backendHeaders(request, undone ? new Set([...mapped.names, 'content-encoding']) : mapped.names);
    // A mapped `Host` replaces the backend's own (recorded on AWS).
    let { host } = endpoint;
    for (let i = 0; i < mapped.fields.length; i += 2) {
      const name = mapped.fields[i] as string;
      const value = mapped.fields[i + 1] as string;
      if (name.toLowerCase() === 'host') host = value;
      else fields.add(name, value);
    }
    request.context.trace?.record(new ProxiedRequest(this.#method, endpoint, { path, host, fields, body }));
    request.exchange.abortable = route.call(
      { method: this.#method, path, host, fields, body, contentLength, timeoutMs },
      this,
    );
    return PENDING;
  }

  onResponse(response: UpstreamResponse): void {
    this.#request.context.integrationStatus = response.status;
    try {
      const arrived = this.#method === 'HEAD' ? undefined : response.takeArrivedBody();
      if (arrived === undefined) this.#gather(response);
      else this.#answer(response.status, response.headers, arrived);
    } catch (error) {
      this.#fail(error);
    }
  }

  onFailure(error: UpstreamError): void {
    this.#request.complete(brokenOff(callFailure(error), this.#request));
  }

  #answer(status: number, headers: HeaderList, body: Uint8Array): void {
    this.#request.context.trace?.record({ kind: 'integrationResponse', status, headers, body });
    this.#request.complete({ kind: 'response', status, headers: proxiedHeaders(headers), body });
  }

  /** A body that has not come yet, or of which there is more to know than that it is empty. */
  #gather(response: UpstreamResponse): void {
    const verbs = { backend: this.#method, client: this.#request.exchange.method };
    const { stream } = this.#plan;
    if (stream !== undefined && verbs.backend !== 'HEAD') {
      this.#stream(response, stream);
      return;
    }
    passBody(response, verbs, this.#plan.limitBytes).then(
      ({ body, contentLength }) => {
        this.#request.context.trace?.record({
          kind: 'integrationResponse',
          status: response.status,
          headers: response.headers,
          body: body instanceof Uint8Array ? body : undefined,
        });
        const headers = proxiedHeaders(response.headers).toList();
        if (contentLength !== undefined) headers.push('Content-Length', String(contentLength));
        this.#request.complete({ kind: 'response', status: response.status, headers, body });
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #stream(response: UpstreamResponse, pace: StreamPace): void {
    const { status } = response;
    this.#request.context.trace?.record({
      kind: 'integrationResponse',
      status,
      headers: response.headers,
      body: undefined,
    });
    const headers = proxiedHeaders(response.headers).toList();
    const length = firstHeader(response.headers, 'content-length');
    if (length !== undefined) headers.push('Content-Length', length);
    const body = streamedBody(response.streamBody(), pace);
    this.#request.complete({ kind: 'response', status, headers, body, streamed: true });
  }

  #fail(error: unknown): void {
    this.#request.complete(outcomeOf(error));
  }
}
