import type { SendHandle } from 'node:child_process';
import type { Readable } from 'node:stream';

/** What lies below a socket, which Node.js sends to other processes and has no public name for. */
interface Handle {
  reading: boolean;
  readStart(): void;
  readStop(): void;
}

/**
 * Stops reading from a socket, so that another process can, and gives what is sent to it. Not to be called in the turn in which
 * something was read: Node.js may go on reading at its end.
 * @returns undefined when it is closed
 */
export function lendHandle(socket: Readable): SendHandle | undefined {
  const handle = handleOf(socket);
  if (handle === undefined) return undefined;
  handle.reading = false;
  handle.readStop();
  return handle as unknown as SendHandle;
}

/** Goes on reading. */
export function readAgain(socket: Readable): void {
  const handle = handleOf(socket);
  if (handle === undefined) return;
  handle.reading = true;
  handle.readStart();
}

function handleOf(socket: Readable): Handle | undefined {
  return (socket as unknown as { readonly _handle: Handle | null })._handle ?? undefined;
}
