import type { Socket } from 'node:net';
import { getSystemErrorName } from 'node:util';
import { COPIED_BYTES, send } from './send.ts';
import { streamWrap, type TcpHandle, tcpHandleOf, type WriteRequest } from './stream-wrap.ts';

/** Where a head and its small body are put together; a write that the system did not take at once keeps it. */
let joined = Buffer.allocUnsafeSlow(0);
/** Good for any number of writes until one of them is not done at once. */
let request: WriteRequest | undefined = streamWrap?.newRequest();

/**
 * What a connection sends whole: messages small enough for one write. Most of them the system takes at once, so they go
 * straight to the handle, which spares them the queue of a stream; what the system does not take waits in the handle, in
 * order with everything that the socket is given afterwards.
 */
export class Outlet {
  readonly #socket: Socket;
  readonly #onDrain: () => void;
  #handle: TcpHandle | undefined;
  /** Bytes of writes that are not done. */
  #pendingBytes = 0;

  /** @param onDrain called when a write that gave false has left, as the socket's `drain` does for its own */
  constructor(socket: Socket, onDrain: () => void) {
    this.#socket = socket;
    this.#onDrain = onDrain;
  }

  /** No more should be written before `onDrain` or the socket's `drain`. */
  get blocked(): boolean {
    return this.#pendingBytes > 0 || this.#socket.writableNeedDrain;
  }

  /** Bytes that were given and have not left. */
  get unsentBytes(): number {
    return this.#pendingBytes + this.#socket.writableLength;
  }

  /**
   * Writes text, a character a byte, and bytes together.
   * @param bytes when longer than {@link COPIED_BYTES}, never to be changed again
   * @returns false when the connection is {@link blocked}
   */
  send(text: string, bytes: Uint8Array): boolean {
    const socket = this.#socket;
    if (bytes.length > COPIED_BYTES || request === undefined || socket.writableLength > 0) {
      return send(socket, text, bytes);
    }
    this.#handle ??= tcpHandleOf(socket);
    const handle = this.#handle;
    if (handle === undefined) return send(socket, text, bytes);
    const error =
      bytes.length === 0
        ? handle.writeLatin1String(request, text)
        : handle.writeBuffer(request, joinedBytes(text, bytes));
    if (error !== 0) {
      socket.destroy(writeError(error));
      return false;
    }
    return !streamWrap?.lastWriteIsPending() || this.#wait(request, text.length + bytes.length);
  }

  #wait(pending: WriteRequest, bytes: number): false {
    this.#pendingBytes += bytes;
    pending.buffer = joined;
    pending.oncomplete = (status) => {
      pending.buffer = undefined;
      this.#pendingBytes -= bytes;
      if (this.#socket.destroyed) return;
      if (status < 0) this.#socket.destroy(writeError(status));
      else if (!this.blocked) this.#onDrain();
    };
    request = streamWrap?.newRequest();
    joined = Buffer.allocUnsafeSlow(0);
    return false;
  }
}

function joinedBytes(text: string, bytes: Uint8Array): Buffer {
  const length = text.length + bytes.length;
  if (length > joined.length) joined = Buffer.allocUnsafeSlow(Math.max(length, 2 * COPIED_BYTES));
  joined.write(text, 0, 'latin1');
  joined.set(bytes, text.length);
  return joined.subarray(0, length);
}

function writeError(status: number): Error {
  const code = getSystemErrorName(status);
  return Object.assign(new Error(`write ${code}`), { code, errno: status, syscall: 'write' });
}
