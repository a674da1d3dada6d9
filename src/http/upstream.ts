import type { BodySource, HeaderList } from './exchange.ts';
import type { FieldLines } from './field-lines.ts';

/** Where a backend listens; made once and used for every request to it. */
export interface UpstreamOrigin {
  readonly protocol: 'http:' | 'https:';
  /** A name or a numeric address, IPv6 without brackets. */
  readonly hostname: string;
  readonly port: number;
}

/** How TLS with a backend is made. Its name is sent and verified. Make it once and keep it. */
export interface UpstreamTls {
  /**
   * Accept a certificate of any authority (an integration's `tlsConfig.insecureSkipVerification`); it must still name the
   * host and be in date.
   */
  readonly insecureSkipVerification: boolean;
  /** The host name that is sent and verified where it is not the origin's. */
  readonly serverName?: string;
  /** PEM: authorities to trust instead of Node's. */
  readonly ca?: string;
  /** PEM: the certificate that is shown to a backend that asks for one, with its chain, and its key. */
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
}

/** A request to a backend. */
export interface UpstreamRequest {
  readonly method: string;
  readonly origin: UpstreamOrigin;
  /** Path and query as they go out: percent-encoded, beginning with `/`. Nothing is normalised on the way. */
  readonly path: string;
  /** Complete, `Host` included, but for what frames the body: the client derives that. */
  readonly headers: HeaderList;
  readonly body: Uint8Array | BodySource;
  /** The length of a `BodySource`; without it the body is sent chunked. */
  readonly contentLength?: number;
  /** From sending to the last byte of the response, in milliseconds. */
  readonly timeoutMs: number;
  /** Without it, certificates of Node's authorities are accepted, and none is shown. */
  readonly tls?: UpstreamTls;
}

export interface UpstreamResponse {
  readonly status: number;
  readonly headers: HeaderList;
  /** The whole body at once, when it has come together with the head; see `Exchange.takeArrivedBody`. */
  takeArrivedBody(): Buffer | undefined;
  /**
   * Reads the whole body.
   * @throws {BodyTooLargeError} when the body is (or is declared to be) larger; the connection is given up then
   * @throws {UpstreamError} when the body does not arrive in full
   */
  readBody(limitBytes: number): Promise<Buffer>;
  /** The body piece by piece; may be called once, and not together with `readBody`. */
  streamBody(): BodySource;
  /** Gives up the response and its connection. */
  discard(): void;
}

/** Speaks HTTP/1.1 to backends. Redirects are answers like any other; they are not followed. */
export interface UpstreamClient {
  /**
   * Sends a request over a pooled connection. When `signal` aborts, request and response are broken off.
   * @throws {UpstreamError} when no response head arrived
   */
  send(request: UpstreamRequest, signal?: AbortSignal): Promise<UpstreamResponse>;
  /**
   * The way to one backend, for calls without a promise. Ask once and keep it. Routes share connections only where they
   * make TLS alike.
   */
  route(origin: UpstreamOrigin, tls?: UpstreamTls): UpstreamRoute;
  /** Closes all connections. */
  close(): void;
}

/** A request over a route. */
export interface RouteRequest {
  readonly method: string;
  /** As in {@link UpstreamRequest}. */
  readonly path: string;
  /** The value of `Host`. */
  readonly host: string;
  readonly fields: FieldLines;
  /** A small one may be borrowed (see `Exchange.takeArrivedBody`). */
  readonly body: Uint8Array | BodySource;
  /** The length of a `BodySource`; without it the body is sent chunked. */
  readonly contentLength: number | undefined;
  /** From sending to the last byte of the response, in milliseconds. */
  readonly timeoutMs: number;
}

/** Is told how a call ends: by exactly one of the two, perhaps before `call` has returned. */
export interface UpstreamHandler {
  onResponse(response: UpstreamResponse): void;
  onFailure(error: UpstreamError): void;
}

/** A call that is on its way. */
export interface UpstreamCall {
  /** Nobody wants the response any more: before its head the call fails with `aborted`, after it the body does. */
  abort(): void;
}

/** The connections to one backend. */
export interface UpstreamRoute {
  /**
   * Sends a request; bytes leave before this returns, when a connection is free.
   * @throws {TypeError} for a method, a path or a host that cannot be sent
   */
  call(request: RouteRequest, handler: UpstreamHandler): UpstreamCall;
}

/** Why a backend gave no response: the pipeline maps each reason to AWS's answer (fact D64). */
export type UpstreamFailure = 'timeout' | 'connect' | 'tls' | 'reset' | 'protocol' | 'aborted';

export class UpstreamError extends Error {
  readonly failure: UpstreamFailure;

  constructor(failure: UpstreamFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UpstreamError';
    this.failure = failure;
  }
}
