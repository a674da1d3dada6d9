import type { BodySource, HeaderList } from './exchange.ts';

/** A request to a backend. */
export interface UpstreamRequest {
  readonly method: string;
  /** Absolute, `http:` or `https:`. */
  readonly url: URL;
  /** Complete but for `Content-Length`/`Transfer-Encoding`, which the client derives from the body. */
  readonly headers: HeaderList;
  readonly body: Uint8Array | BodySource;
  /** From the first byte sent to the last byte of the response's head, in milliseconds. */
  readonly timeoutMs: number;
  /** Accept any certificate (an integration's `tlsConfig.insecureSkipVerification`). */
  readonly insecureSkipVerification?: boolean;
}

export interface UpstreamResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readBody(limitBytes: number): Promise<Buffer>;
  streamBody(): BodySource;
}

/** Speaks HTTP/1.1 to backends. */
export interface UpstreamClient {
  /** @throws {UpstreamError} when no response head arrived */
  send(request: UpstreamRequest, signal?: AbortSignal): Promise<UpstreamResponse>;
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
