import { once } from 'node:events';
import type { Writable } from 'node:stream';

const PIECE = Buffer.alloc(262_144, 'x');

/** Writes so many bytes, no faster than they are taken. */
export async function fill(to: Writable, bytes: number): Promise<void> {
  for (let left = bytes; left > 0; left -= PIECE.length) {
    if (!to.write(left < PIECE.length ? PIECE.subarray(0, left) : PIECE)) await once(to, 'drain');
  }
}
