import { constants, performServerHandshake, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Exchange, Peer } from '../exchange.ts';
import { createAbandonment } from './abandonment.ts';
import { H2Exchange } from './exchange.ts';
import { GOODBYE_MS, type H2Limits, maxFields } from './limits.ts';
import { requestHead } from './request-head.ts';

export interface H2Options {
  readonly limits: H2Limits;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Takes over one request. Must not throw. */
  onExchange(exchange: Exchange): void;
}

/** One client's connection. */
export interface H2Connection {
  /**
   * Tells the client which was the last stream that is served, lets those that are open finish, and closes. Streams that
   * are on their way meanwhile count as never begun, and the client may repeat them elsewhere (RFC 9113 section 6.8);
   * Node has no way to announce the end first and to keep it later.
   */
  drain(): void;
}

/** Serves HTTP/2 on a connection whose handshake has agreed on it. The connection ends with the socket. */
export function serveH2(socket: TLSSocket, peer: Peer, options: H2Options): H2Connection {
  const { limits, now, onExchange } = options;
  const session = performServerHandshake(socket, {
    settings: { maxConcurrentStreams: limits.maxConcurrentStreams, maxHeaderListSize: limits.maxHeaderListBytes },
    maxHeaderListPairs: maxFields(limits),
  });
  const abandonment = createAbandonment(limits.abandonedBurst, limits.abandonedPerSecond);
  let openStreams = 0;
  let idle = armIdle();

  session.on('error', ignore);
  session.on('stream', (stream: ServerHttp2Stream, _headers: unknown, _flags: number, fields: readonly string[]) => {
    clearTimeout(idle);
    openStreams++;
    stream.on('error', ignore);
    stream.once('close', onStreamClose);
    const head = requestHead(fields, limits.maxHeaderListBytes);
    if (typeof head === 'number') {
      stream.respond({ ':status': head }, { endStream: true });
      return;
    }
    const exchange = new H2Exchange(stream, head, peer, now(), limits.streamStallMs);
    stream.once('close', () => {
      if (exchange.wasAbandoned && abandonment.count(now()))
        session.destroy(undefined, constants.NGHTTP2_ENHANCE_YOUR_CALM);
    });
    onExchange(exchange);
  });
  session.once('close', () => clearTimeout(idle));

  function onStreamClose(): void {
    openStreams--;
    if (openStreams === 0 && !session.destroyed) idle = armIdle();
  }

  /** PING frames do not count: a connection without requests is idle, whatever it says. */
  function armIdle(): NodeJS.Timeout {
    return setTimeout(() => {
      closeGently(session);
      setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
    }, limits.idleMs).unref();
  }

  return { drain: () => closeGently(session) };
}

function closeGently(session: ServerHttp2Session): void {
  if (!session.closed && !session.destroyed) session.close();
}

/** What goes wrong on a connection ends its streams, and whoever serves those learns it from their signals. */
function ignore(): void {
  // See above.
}
