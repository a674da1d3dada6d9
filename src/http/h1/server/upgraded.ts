import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** A connection that has changed its protocol: nothing but bytes both ways. */
export class UpgradedStream extends Duplex {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super({ allowHalfOpen: true });
    this.#socket = socket;
  }

  /** From the connection: bytes, borrowed. */
  receive(bytes: Buffer): void {
    if (bytes.length > 0 && !this.push(Buffer.from(bytes))) this.#socket.pause();
  }

  /** From the connection: the client sends no more. */
  receiveEnd(): void {
    this.push(null);
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
