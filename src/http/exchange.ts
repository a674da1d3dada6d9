import type { X509Certificate } from 'node:crypto';
import type { FieldLines } from './field-lines.ts';
import type { HeaderList } from './header-list.ts';

export type { HeaderList } from './header-list.ts';

/** The other end of a connection. */
export interface Peer {
  /** Numeric IPv4 or IPv6 address without brackets; an IPv4-mapped address is given as IPv4. */
  readonly address: string;
  readonly port: number;
  readonly encrypted: boolean;
  /** What TLS knows of an encrypted connection. */
  readonly tls?: PeerTls | undefined;
}

/** A connection's TLS, after its handshake. */
export interface PeerTls {
  /** The host name that the client asked for (SNI, RFC 6066 section 3), in lower case; undefined when it asked for none. */
  readonly serverName: string | undefined;
  /** Such as `TLSv1.3`. */
  readonly version?: string | undefined;
  /** Its name in the registry of IANA, such as `TLS_AES_128_GCM_SHA256`. */
  readonly cipher?: string | undefined;
  /** The certificate that the client showed and that was found trusted; undefined where none was asked for. */
  readonly client?: TrustedClient | undefined;
}

/** A client that has proved who it is. */
export interface TrustedClient {
  /** Names the truststore that vouched for it. */
  readonly trustedBy: string;
  readonly certificate: X509Certificate;
}

/** A body that arrives or leaves piece by piece, with back-pressure by iteration. */
export type BodySource = AsyncIterable<Uint8Array>;

/**
 * One request and its one response, whatever version of HTTP carries them: all that the data plane sees of a connection.
 */
export interface Exchange {
  /** As received, such as `GET`; not limited to known methods. */
  readonly method: string;
  /** The request target as received: path and query, percent-encoding untouched. */
  readonly target: string;
  /** `HTTP/1.1`, `HTTP/1.0` or `HTTP/2.0`. */
  readonly httpVersion: string;
  readonly headers: HeaderList;
  readonly peer: Peer;
  /** Milliseconds since the epoch when the head had been read. */
  readonly receivedAtMs: number;
  /** Aborted when the client goes away before the whole response has been sent. */
  readonly signal: AbortSignal;
  /** Is aborted at the same time: a call to a backend, most often. One that is set after the client has gone is not. */
  abortable: { abort(): void } | undefined;
  /**
   * The whole body at once, when it has come together with the head (empty when there is none) and was not asked for before;
   * undefined when it has to be waited for. It may be borrowed, and is then good until the call in which it was given
   * returns: `respond` and `UpstreamRoute.call` copy it in time.
   */
  takeArrivedBody(): Buffer | undefined;
  /**
   * Reads the whole body.
   * @param limitBytes the largest body taken
   * @throws {BodyTooLargeError} when the body is (or is declared to be) larger
   */
  readBody(limitBytes: number): Promise<Buffer>;
  /** The body piece by piece; may be called once, and not together with `readBody`. */
  streamBody(): BodySource;
  /**
   * Sends the response and ends the exchange. `Content-Length` or `Transfer-Encoding` are added as the body needs, unless
   * `headers` declare a `Content-Length` already; HEAD, 204 and 304 send no body. May be called once.
   * @throws {TypeError} for a header that cannot be sent (a line break in it, for one), or a declared length that is not the
   *   body's; nothing has been sent then
   */
  respond(status: number, headers: HeaderList | FieldLines, body: Uint8Array | BodySource): void;
  /** No response will come: what is left of a client that has gone, or has gone half, need not be kept for it. */
  abandon(): void;
}

/** A body was larger than the limit given to `readBody`. */
export class BodyTooLargeError extends Error {
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`The body is larger than ${limitBytes} bytes.`);
    this.name = 'BodyTooLargeError';
    this.limitBytes = limitBytes;
  }
}
