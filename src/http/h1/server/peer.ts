import type { Socket } from 'node:net';
import type { Peer } from '../../exchange.ts';
import { tlsOf } from '../../peer-tls.ts';

/** Who is at the other end; to be asked while the connection stands, because a closed one knows no addresses. */
export function peerOf(socket: Socket): Peer {
  const { remoteAddress = '', remotePort = 0 } = socket;
  const address = remoteAddress.startsWith('::ffff:') ? remoteAddress.slice(7) : remoteAddress;
  const encrypted = 'encrypted' in socket;
  return { address, port: remotePort, encrypted, tls: encrypted ? tlsOf(socket) : undefined };
}
