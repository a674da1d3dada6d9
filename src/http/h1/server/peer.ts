import type { Socket } from 'node:net';
import type { Peer } from '../../exchange.ts';

/** Who is at the other end; to be asked while the connection stands, because a closed one knows no addresses. */
export function peerOf(socket: Socket): Peer {
  const { remoteAddress = '', remotePort = 0 } = socket;
  const address = remoteAddress.startsWith('::ffff:') ? remoteAddress.slice(7) : remoteAddress;
  return { address, port: remotePort, encrypted: 'encrypted' in socket };
}
