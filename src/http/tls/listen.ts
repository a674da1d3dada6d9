import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { Exchange, Peer } from '../exchange.ts';
import { type H2Connection, type H2Limits, serveH2 } from '../h2/index.ts';
import type { CertificateStore } from './certificate-store.ts';
import { HANDSHAKE_TIMEOUT_MS } from './limits.ts';
import { ALPN_PROTOCOLS, type MinTlsVersion, policyOptions } from './policy.ts';

export interface TlsListenOptions {
  /** A numeric address or a name; the product's default is loopback. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly minVersion: MinTlsVersion;
  /** May be empty, and may change at any time; without any certificate every handshake fails. */
  readonly certificates: CertificateStore;
  /**
   * 48 random bytes with which sessions are resumed. Processes that share a port need the same ones, or a client that
   * comes back makes a whole handshake with three workers out of four. Absent: random ones for this listener.
   */
  readonly ticketKeys?: Buffer;
  readonly h2: H2Limits;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Takes over one request of an HTTP/2 client. Must not throw. */
  onExchange(exchange: Exchange): void;
  /** Takes over the connection of a client that speaks HTTP/1.1, before anything was read from it. */
  onHttp1Socket(socket: TLSSocket): void;
}

export interface TlsListener {
  readonly address: string;
  readonly port: number;
  /** For handshakes from now on; tickets under the keys before are no longer honoured. */
  setTicketKeys(keys: Buffer): void;
  /**
   * Stops accepting, tells HTTP/2 clients to leave and lets their requests finish; whoever took the connections of
   * HTTP/1.1 clients drains those. What is open after `graceMs` is broken off. Resolves when every connection is closed.
   */
  close(graceMs: number): Promise<void>;
}

/**
 * Listens for TLS and lets ALPN (RFC 7301) decide: `h2` is served here, `http/1.1` and clients without ALPN are handed
 * out. Works in a `node:cluster` worker, where the socket is shared.
 * @throws the system's error (`EADDRINUSE`, `EACCES`, ...) when it cannot listen
 */
export async function listenTls(options: TlsListenOptions): Promise<TlsListener> {
  const { certificates, minVersion } = options;
  const policy = policyOptions(minVersion);
  let ticketKeys = options.ticketKeys;
  const server = createServer({
    // A client that has sent its request and closes its half still reads the answer.
    allowHalfOpen: true,
    ...policy,
    ...defaultOf(certificates),
    ...(ticketKeys === undefined ? {} : { ticketKeys }),
    ALPNProtocols: [...ALPN_PROTOCOLS],
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    SNICallback: (serverName, callback) => callback(null, certificates.find(serverName)?.context),
  });
  server.on('secureConnection', onSecureConnection);
  // A handshake that fails is the client's affair: it has its alert, and its socket is closed.
  server.on('tlsClientError', (_error, socket) => socket.destroy());

  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  const h2Connections = new Set<H2Connection>();
  let closing = false;
  function onSecureConnection(socket: TLSSocket): void {
    // Clients may not start the handshake anew within a connection (RFC 9113 section 9.2.1); TLS 1.3 has no such thing.
    socket.disableRenegotiation();
    if (socket.alpnProtocol !== 'h2') {
      options.onHttp1Socket(socket);
      return;
    }
    // An HTTP/2 connection has no halves: one that the client ends is over.
    socket.allowHalfOpen = false;
    const connection = serveH2(socket, peerOf(socket), {
      limits: options.h2,
      now: options.now,
      onExchange: options.onExchange,
    });
    h2Connections.add(connection);
    if (closing) connection.drain();
    socket.once('close', () => h2Connections.delete(connection));
  }

  // Clients that name no host get the server's own context, which does not ask the store by itself.
  const unsubscribe = certificates.subscribe(() => {
    server.setSecureContext({ ...policy, ...defaultOf(certificates) });
    if (ticketKeys !== undefined) server.setTicketKeys(ticketKeys);
  });

  await listening(server, options.host, options.port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no network address.');

  return {
    address: address.address,
    port: address.port,
    setTicketKeys(keys) {
      ticketKeys = keys;
      server.setTicketKeys(keys);
    },
    close(graceMs) {
      closing = true;
      unsubscribe();
      return new Promise((resolve) => {
        const force = setTimeout(() => {
          for (const socket of sockets) socket.destroy();
        }, graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        for (const connection of h2Connections) connection.drain();
      });
    },
  };
}

function defaultOf(certificates: CertificateStore): { cert?: string; key?: string } {
  const pem = certificates.find()?.pem;
  return pem === undefined ? {} : { cert: pem.certificate, key: pem.privateKey };
}

function peerOf(socket: TLSSocket): Peer {
  const address = socket.remoteAddress ?? '';
  return {
    address: address.startsWith('::ffff:') ? address.slice(7) : address,
    port: socket.remotePort ?? 0,
    encrypted: true,
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
