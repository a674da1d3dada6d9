import type { Socket } from 'node:net';
import { getSystemErrorName } from 'node:util';
import { lastInTurn } from '../../../event-loop/index.ts';
import { send } from './send.ts';
import { streamWrap, type TcpHandle, tcpHandleOf, type WriteRequest } from './stream-wrap.ts';

/** A body up to here is put behind its head as text, and so need not outlive the call in which it is given. */
const DEFERRED_BYTES = 4_096;
/** What waits for the end of the turn leaves earlier when it is as long as this: answers to many pipelined requests. */
const WAITING_LENGTH = 65_536;

/** Outlets that have something for the end of the turn. */
const waiting: Outlet[] = [];
/** Good for any number of writes until one of them is not done at once. */
let request: WriteRequest | undefined = streamWrap?.newRequest();

/** What an outlet tells its connection. */
export interface OutletEvents {
  /** The other end does not take what was sent; `onDrain` follows when it has. */
  onBlocked(): void;
  onDrain(): void;
}

/**
 * What a connection sends whole: messages small enough for one write. They leave together when the event loop has served all
 * that had come: the system's part of many writes in a row costs less than that of writes between which something else is
 * done, and who waits for them is woken once. Most of them the system takes at once, so they go straight to the handle, which
 * spares them the queue of a stream; what it does not take waits in the handle, in order with whatever the socket is given
 * afterwards (docs/decisions/0017).
 */
export class Outlet {
  readonly #socket: Socket;
  readonly #events: OutletEvents;
  #handle: TcpHandle | undefined;
  /** What leaves at the end of the turn, a character a byte. */
  #text = '';
  /** Bytes of writes that are not done. */
  #pendingBytes = 0;

  constructor(socket: Socket, events: OutletEvents) {
    this.#socket = socket;
    this.#events = events;
  }

  /** The socket, for whatever is not sent whole; what waits for the end of the turn leaves before. */
  get socket(): Socket {
    this.flush();
    return this.#socket;
  }

  /** No more should be written before `onDrain` or the socket's `drain`. */
  get blocked(): boolean {
    return this.#pendingBytes > 0 || this.#socket.writableNeedDrain;
  }

  /** Bytes that were given and have not left. */
  get unsentBytes(): number {
    return this.#text.length + this.#pendingBytes + this.#socket.writableLength;
  }

  /**
   * Sends text, a character a byte, and bytes together.
   * @param bytes when longer than `COPIED_BYTES`, never to be changed again
   */
  send(text: string, bytes: Uint8Array): void {
    this.#handle ??= tcpHandleOf(this.#socket);
    if (bytes.length > DEFERRED_BYTES || this.#handle === undefined) {
      send(this.socket, text, bytes);
      return;
    }
    if (this.#text === '') {
      if (waiting.length === 0) lastInTurn(flushAll);
      waiting.push(this);
    }
    this.#text += bytes.length === 0 ? text : text + textOf(bytes);
    if (this.#text.length > WAITING_LENGTH) this.flush();
  }

  /** Sends what waits for the end of the turn. */
  flush(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    const socket = this.#socket;
    if (socket.destroyed) return;
    // Behind what the stream holds it has to wait in the stream.
    if (socket.writableLength > 0 || this.#handle === undefined || request === undefined) {
      socket.write(text, 'latin1');
      return;
    }
    const error = this.#handle.writeLatin1String(request, text);
    if (error !== 0) socket.destroy(writeError(error));
    else if (streamWrap?.lastWriteIsPending()) this.#wait(request, text.length);
  }

  #wait(pending: WriteRequest, bytes: number): void {
    request = streamWrap?.newRequest();
    this.#pendingBytes += bytes;
    const onComplete = (status: number) => {
      this.#pendingBytes -= bytes;
      if (this.#socket.destroyed) return;
      if (status < 0) this.#socket.destroy(writeError(status));
      else if (!this.blocked) this.#events.onDrain();
    };
    pending.oncomplete = onComplete;
    this.#events.onBlocked();
  }
}

function flushAll(): void {
  for (const outlet of waiting) outlet.flush();
  waiting.length = 0;
}

function textOf(bytes: Uint8Array): string {
  const buffer = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.toString('latin1');
}

function writeError(status: number): Error {
  const code = getSystemErrorName(status);
  return Object.assign(new Error(`write ${code}`), { code, errno: status, syscall: 'write' });
}
