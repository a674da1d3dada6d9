import type { BodySource, HeaderList } from './exchange.ts';

/** Where a backend listens; made once and used for every request to it. */
export interface UpstreamOrigin {
  readonly protocol: 'http:' | 'https:';
  /** A name or a numeric address, IPv6 without brackets. */
  readonly hostname: string;
  readonly port: number;
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
  /** Accept a certificate from any authority (an integration's `tlsConfig.insecureSkipVerification`). */
  readonly insecureSkipVerification?: boolean;
}

export interface UpstreamResponse {
  readonly status: number;
  readonly headers: HeaderList;
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
  /** Closes all connections. */
  close(): void;
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
