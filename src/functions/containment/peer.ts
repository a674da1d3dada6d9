import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { LIMITS } from '../limits.ts';
import { treeOf } from './process-tree.ts';

/** The other end of a connection on this machine. */
interface Peer {
  /** Whose socket it is. */
  readonly userId: number;
  /** The kernel's number of the socket. */
  readonly inode: string;
}

/** Finds who has connected to us over loopback; undefined when he is gone, or where there is no /proc. */
export async function peerOf({ remotePort = 0, localPort = 0 }: Socket): Promise<Peer | undefined> {
  for (const table of ['tcp', 'tcp6']) {
    const peer = findPeer(await readFile(`/proc/self/net/${table}`, 'latin1').catch(() => ''), remotePort, localPort);
    if (peer !== undefined) return peer;
  }
  return undefined;
}

/**
 * @param table of proc_pid_net(5): a line a socket, with its own address, the other one, and behind some figures its user and inode.
 *   One that can speak IPv6 as well stands in the table of those
 */
export function findPeer(table: string, ownPort: number, otherPort: number): Peer | undefined {
  const row = new RegExp(`^ *\\d+: (${LOOPBACK}):${hex(ownPort)} (${LOOPBACK}):${hex(otherPort)} (.*)$`, 'm').exec(
    table,
  );
  // State, queues, timer, retransmissions; user, timeout, inode.
  const [, , , , userId, , inode] = row?.[3]?.trim().split(/ +/) ?? [];
  return userId === undefined || inode === undefined ? undefined : { userId: Number(userId), inode };
}

/** 127.0.0.1 as the kernel writes it, byte order of the machine, alone and in an address of IPv6. */
const LOOPBACK = '(?:0000000000000000FFFF0000)?0100007F';

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

/** Whether a process, or one that came from it, has a socket open. One of too many files is not found. */
export async function holdsSocket(pid: number, inode: string): Promise<boolean> {
  let looks = LIMITS.peerLooks;
  for (const each of treeOf(pid)) {
    const folder = `/proc/${each}/fd`;
    for (const name of await readdir(folder).catch(() => [])) {
      if (looks-- === 0) return false;
      // What is closed meanwhile is no socket that waits for an answer.
      if ((await readlink(`${folder}/${name}`).catch(() => '')) === `socket:[${inode}]`) return true;
    }
  }
  return false;
}
