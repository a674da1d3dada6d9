import { connect, type LookupFunction, type OnReadOpts, Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { UpstreamTls } from '../../upstream.ts';
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
  readonly tls: UpstreamTls | undefined;
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

function dialTls(address: Address, tls: UpstreamTls, lookup: LookupFunction, events: DialEvents): Socket {
  const { host, port } = address;
  const name = tls.serverName ?? host;
  // Loaded with the first TLS backend: a process without one saves the memory.
  const nodeTls = process.getBuiltinModule('node:tls');
  let secureContext: SecureContext;
  try {
    secureContext = contextOf(nodeTls, tls);
  } catch (error) {
    return unopened(error, events);
  }
  const socket = nodeTls.connect({
    ...{ host, port, lookup, secureContext, noDelay: true, allowHalfOpen: true, ALPNProtocols: ['http/1.1'] },
    rejectUnauthorized: !tls.insecureSkipVerification,
    // A numeric address is no name (RFC 6066 section 3).
    ...(/^[0-9.]+$|:/.test(name) ? {} : { servername: name }),
    checkServerIdentity: (_, certificate) => nodeTls.checkServerIdentity(name, certificate),
  });
  socket.on('connect', () => events.onConnect());
  socket.on('secureConnect', () => {
    const problem = tls.insecureSkipVerification ? certificateProblem(nodeTls, socket, name) : undefined;
    if (problem === undefined) events.onOpen();
    else socket.destroy(problem);
  });
  watchWithData(socket, events);
  return socket;
}

const contexts = new WeakMap<UpstreamTls, SecureContext>();

/** Reading certificates takes longer than a handshake, and every connection of an origin would. @throws for unusable ones */
function contextOf(nodeTls: typeof import('node:tls'), tls: UpstreamTls): SecureContext {
  const known = contexts.get(tls);
  if (known !== undefined) return known;
  const { ca, clientCertificate } = tls;
  const made = nodeTls.createSecureContext({ ...(ca === undefined ? {} : { ca }), ...clientCertificate });
  contexts.set(tls, made);
  return made;
}

/** A connection that cannot even be begun, and says so where others do. */
function unopened(error: unknown, events: DialEvents): Socket {
  const socket = new Socket();
  watch(socket, events);
  socket.destroy(error instanceof Error ? error : new Error(String(error)));
  return socket;
}
