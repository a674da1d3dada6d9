import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket, type Server as TlsServer } from 'node:tls';
import type { Exchange, Peer, PeerTls } from '../exchange.ts';
import { type H2Connection, type H2Limits, serveH2 } from '../h2/index.ts';
import { type ListenAt, listening } from '../listening.ts';
import { rememberTls, tlsOf } from '../peer-tls.ts';
import type { CertificateStore } from './certificate-store.ts';
import { HostPolicies, type HostPolicy } from './host-policies.ts';
import { COMMON, createHostServer, trustedClient } from './host-server.ts';
import { type MinTlsVersion, policyOptions } from './policy.ts';
import { peekServerName } from './server-name.ts';

export interface TlsListenOptions extends ListenAt {
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
  /** Treats one host name differently, from the next handshake on. @throws {CertificateError} for a certificate that cannot be used */
  putHost(host: HostPolicy): void;
  removeHost(name: string): void;
  clearHosts(): void;
  /**
   * Stops accepting, tells HTTP/2 clients to leave and lets their requests finish; whoever took the connections of
   * HTTP/1.1 clients drains those. What is open after `graceMs` is broken off. Resolves when every connection is closed.
   */
  close(graceMs: number): Promise<void>;
}

/**
 * Listens for TLS and lets ALPN (RFC 7301) decide: `h2` is served here, `http/1.1` and clients without ALPN are handed
 * out.
 * @throws the system's error (`EADDRINUSE`, `EACCES`, ...) when it cannot listen
 */
export async function listenTls(options: TlsListenOptions): Promise<TlsListener> {
  const { certificates, minVersion } = options;
  const policy = policyOptions(minVersion);
  let ticketKeys = options.ticketKeys;
  const usual = createTlsServer({
    ...COMMON,
    ...policy,
    ...defaultOf(certificates),
    ...(ticketKeys === undefined ? {} : { ticketKeys }),
    SNICallback: (serverName, callback) => callback(null, certificates.find(serverName)?.context),
  });
  serve(usual, ({ servername }) => ({ serverName: nameOf(servername) }));

  const hosts = new HostPolicies((host) => {
    const server = createHostServer(host, certificates, minVersion);
    serve(server, (socket) => ({ serverName: nameOf(socket.servername), client: trustedClient(socket, host) }));
    return server;
  });

  const sockets = new Set<Socket>();
  const front = createServer({ allowHalfOpen: true }, (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // TLS asks for a client's certificate before it tells the host name, so a host that wants one is looked for first.
    if (hosts.size === 0) usual.emit('connection', socket);
    else
      void peekServerName(socket).then((name) => {
        if (socket.destroyed) return;
        const server = (name === undefined ? undefined : hosts.find(name)) ?? usual;
        server.emit('connection', socket);
      });
  });

  const h2Connections = new Set<H2Connection>();
  let closing = false;
  function serve(server: TlsServer, describe: (socket: TLSSocket) => PeerTls): void {
    server.on('secureConnection', (socket) => {
      const version = socket.getProtocol() ?? undefined;
      rememberTls(socket, { ...describe(socket), version, cipher: socket.getCipher()?.standardName });
      onSecureConnection(socket);
    });
    // A handshake that fails is the client's affair: it has its alert, and its socket is closed.
    server.on('tlsClientError', (_error, socket) => socket.destroy());
  }
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
    usual.setSecureContext({ ...policy, ...defaultOf(certificates) });
    if (ticketKeys !== undefined) usual.setTicketKeys(ticketKeys);
  });

  await listening(front, options);
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no network address.');

  return {
    address: address.address,
    port: address.port,
    setTicketKeys(keys) {
      ticketKeys = keys;
      usual.setTicketKeys(keys);
    },
    putHost: (host) => hosts.put(host),
    removeHost: (name) => hosts.remove(name),
    clearHosts: () => hosts.clear(),
    close(graceMs) {
      closing = true;
      unsubscribe();
      return new Promise((resolve) => {
        const force = setTimeout(() => {
          for (const socket of sockets) socket.destroy();
        }, graceMs);
        front.close(() => {
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
    tls: tlsOf(socket),
  };
}

function nameOf(serverName: string | false | null | undefined): string | undefined {
  return serverName ? serverName.toLowerCase() : undefined;
}
