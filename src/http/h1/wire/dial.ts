import { connect, type LookupFunction, type OnReadOpts, type Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { certificateProblem } from './private-authority.ts';
import { readBuffer } from './read-buffer.ts';
import { readDirectly } from './stream-wrap.ts';
import { type WireEvents, watch, watchWithData } from './wire-events.ts';

/** Where to connect to. */
export interface Address {
  /** A name or a numeric address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** Set for TLS. */
  readonly tls: TlsOptions | undefined;
}

/** What TLS needs to know beyond the address. The server's name is sent and verified. */
export interface TlsOptions {
  /** Accept a certificate of any authority; it must still name the host and be in date. */
  readonly insecureSkipVerification: boolean;
  /** PEM: authorities to trust instead of Node's. */
  readonly ca?: string;
  /** PEM: the certificate that this client shows, and its key. */
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
}

export interface DialEvents extends WireEvents {
  /** The TCP connection stands; TLS, if any, does not yet. */
  onConnect(): void;
  /** Bytes can be sent. */
  onOpen(): void;
}

/** Opens a connection. What goes wrong is told by `onClose`. */
export function dial(address: Address, lookup: LookupFunction, events: DialEvents): Socket {
  return address.tls === undefined ? dialTcp(address, lookup, events) : dialTls(address, address.tls, lookup, events);
}

function dialTcp(address: Address, lookup: LookupFunction, events: DialEvents): Socket {
  const buffer = readBuffer();
  const onread: OnReadOpts = {
    buffer,
    callback(length, bytes) {
      events.onBytes(bytes as Buffer, length);
      return true;
    },
  };
  const { host, port } = address;
  const socket = connect({ host, port, lookup, noDelay: true, allowHalfOpen: true, onread });
  socket.on('connect', () => {
    readDirectly(socket, (length) => events.onBytes(buffer, length));
    events.onConnect();
    events.onOpen();
  });
  watch(socket, events);
  return socket;
}

function dialTls(address: Address, tls: TlsOptions, lookup: LookupFunction, events: DialEvents): Socket {
  const { host, port } = address;
  const options: ConnectionOptions = {
    ...{ host, port, lookup, noDelay: true, allowHalfOpen: true, ALPNProtocols: ['http/1.1'] },
    rejectUnauthorized: !tls.insecureSkipVerification,
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    ...tls.clientCertificate,
    // A numeric address is no name (RFC 6066 section 3).
    ...(/^[0-9.]+$|:/.test(host) ? {} : { servername: host }),
  };
  // Loaded with the first TLS backend: a process without one saves the memory.
  const nodeTls = process.getBuiltinModule('node:tls');
  const socket = nodeTls.connect(options);
  socket.on('connect', () => events.onConnect());
  socket.on('secureConnect', () => {
    const problem = tls.insecureSkipVerification ? certificateProblem(nodeTls, socket, host) : undefined;
    if (problem === undefined) events.onOpen();
    else socket.destroy(problem);
  });
  watchWithData(socket, events);
  return socket;
}
