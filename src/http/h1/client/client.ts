import type { LookupFunction } from 'node:net';
import { releaseBody } from '../../body.ts';
import type { BodySource } from '../../exchange.ts';
import type {
  UpstreamClient,
  UpstreamError,
  UpstreamOrigin,
  UpstreamRequest,
  UpstreamResponse,
  UpstreamRoute,
  UpstreamTls,
} from '../../upstream.ts';
import { requestHead, writeFields } from '../codec/index.ts';
import { DeadlineWheel } from '../timers/index.ts';
import { AddressCache } from './address-cache.ts';
import { abortedError, Call, type CallHandler } from './call.ts';
import { CLIENT_LIMITS, type ClientLimits } from './limits.ts';
import { Origin, type OriginContext } from './origin.ts';
import type { H1Response } from './response.ts';
import { lengthOf, OriginRoute, pumping } from './route.ts';
import { SYSTEM_RESOLVER } from './system-resolver.ts';

export interface H1ClientOptions {
  /** Those that differ from {@link CLIENT_LIMITS}. */
  readonly limits?: Partial<ClientLimits>;
  /** Resolves names; the system's resolver behind a cache unless a test has its own. */
  readonly lookup?: LookupFunction;
  /** Keeps the time limits of its connections and calls; a wheel of its own unless a test looks into it. */
  readonly wheel?: DeadlineWheel;
}

const VERIFIED: UpstreamTls = { insecureSkipVerification: false };

/** Speaks HTTP/1.1 to backends by the engine. Besides `send`, whole origins can be had for calls without a promise. */
export class H1Client implements UpstreamClient {
  readonly #context: OriginContext;
  readonly #origins = new Map<string, Origin>();

  constructor(options: H1ClientOptions = {}) {
    this.#context = {
      limits: { ...CLIENT_LIMITS, ...options.limits },
      wheel: options.wheel ?? new DeadlineWheel(),
      lookup: options.lookup ?? new AddressCache(SYSTEM_RESOLVER, () => performance.now()).lookup,
    };
  }

  /**
   * The connections to one backend, shared by everybody who asks for the same and shows the same certificate: what one
   * client is let in for must not be had by another. Ask once and keep it.
   */
  origin(to: UpstreamOrigin, tls: UpstreamTls = VERIFIED): Origin {
    const secure = to.protocol === 'https:';
    const key = `${to.protocol}//${to.hostname}:${to.port}${secure ? identity(tls) : ''}`;
    const known = this.#origins.get(key);
    if (known !== undefined) return known;
    const address = { host: to.hostname, port: to.port, tls: secure ? tls : undefined };
    const origin = new Origin(address, this.#context);
    this.#origins.set(key, origin);
    return origin;
  }

  route(to: UpstreamOrigin, tls?: UpstreamTls): UpstreamRoute {
    return new OriginRoute(this.origin(to, tls));
  }

  /** @throws {TypeError} for a method, a path or a header that cannot be sent */
  async send(request: UpstreamRequest, signal?: AbortSignal): Promise<UpstreamResponse> {
    const { method, body, timeoutMs } = request;
    if (signal?.aborted === true) throw abandoned(body);
    const length = lengthOf(request);
    const host = hostOf(request.origin);
    const head = requestHead(method, request.path, host, writeFields(request.headers), length);
    const origin = this.origin(request.origin, request.tls);
    return new Promise((resolve, reject) => {
      const call = new Call(
        {
          ...{ method, head, timeoutMs, bodyLength: typeof length === 'number' ? length : 'chunked' },
          body: body instanceof Uint8Array ? body : pumping(body),
        },
        new Settling(resolve, reject),
      );
      signal?.addEventListener('abort', () => call.abort(), { once: true });
      origin.dispatch(call);
    });
  }

  /** Connections to all backends, and calls that wait for one. */
  get load(): { readonly connections: number; readonly waiting: number } {
    let connections = 0;
    let waiting = 0;
    for (const origin of this.#origins.values()) {
      connections += origin.connections;
      waiting += origin.waiting;
    }
    return { connections, waiting };
  }

  close(): void {
    for (const origin of this.#origins.values()) origin.close();
    this.#origins.clear();
  }
}

class Settling implements CallHandler {
  readonly #resolve: (response: UpstreamResponse) => void;
  readonly #reject: (error: UpstreamError) => void;

  constructor(resolve: (response: UpstreamResponse) => void, reject: (error: UpstreamError) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onResponse(response: H1Response): void {
    this.#resolve(response);
  }

  onFailure(error: UpstreamError): void {
    this.#reject(error);
  }
}

/** What `Host` says when the headers do not: the port only if it is not the scheme's (RFC 9110 section 7.2). */
function hostOf({ protocol, hostname, port }: UpstreamOrigin): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return port === (protocol === 'https:' ? 443 : 80) ? host : `${host}:${port}`;
}

function identity({ insecureSkipVerification, serverName, ca, clientCertificate }: UpstreamTls): string {
  return JSON.stringify([insecureSkipVerification, serverName, ca, clientCertificate?.cert, clientCertificate?.key]);
}

function abandoned(body: Uint8Array | BodySource): UpstreamError {
  if (!(body instanceof Uint8Array)) releaseBody(body);
  return abortedError();
}
