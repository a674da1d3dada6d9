import type { Socket } from 'node:net';

/** What happens on a connection. */
export interface WireEvents {
  /** Bytes 0 to `end` of `bytes` have come; borrowed until the call returns. */
  onBytes(bytes: Buffer, end: number): void;
  /** The other end sends no more; it may still read. */
  onEnd(): void;
  /** What was written has left, after a `write` that gave false. */
  onDrain(): void;
  /** The connection is gone. Called once. @param error why, when it was not closed in order */
  onClose(error: Error | undefined): void;
}

/** Takes over a connection. */
export type OnSocket = (socket: Socket) => WireEvents;

/** Tells `events` of everything but bytes. */
export function watch(socket: Socket, events: WireEvents): void {
  let failure: Error | undefined;
  socket.on('end', () => events.onEnd());
  socket.on('drain', () => events.onDrain());
  socket.on('error', (error) => {
    failure = error;
  });
  socket.on('close', () => events.onClose(failure));
}

/** Tells `events` of everything, with a buffer for every read: for sockets that cannot read into a given one. */
export function watchWithData(socket: Socket, events: WireEvents): void {
  watch(socket, events);
  socket.on('data', (chunk) => events.onBytes(chunk, chunk.length));
}
