import { connect, type Socket } from 'node:net';
import { afterEach } from 'vitest';

const open: RawConnection[] = [];

/** A connection over which a test says what it likes, and sees what comes. */
export class RawConnection {
  readonly socket: Socket;
  /** Everything that has come, one character a byte. */
  received = '';
  /** Bytes that have come. */
  bytes = 0;
  ended = false;
  closed = false;
  error: NodeJS.ErrnoException | undefined;
  /** Off for answers that are too large to keep. */
  keeps = true;
  #changed: () => void = () => undefined;

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    this.socket.on('data', (bytes) => {
      this.bytes += bytes.length;
      if (this.keeps) this.received += bytes.toString('latin1');
      this.#changed();
    });
    this.socket.on('end', () => {
      this.ended = true;
      this.socket.end();
      this.#changed();
    });
    this.socket.on('error', (error) => {
      this.error = error;
    });
    this.socket.on('close', () => {
      this.closed = true;
      this.#changed();
    });
    open.push(this);
  }

  send(text: string): void {
    this.socket.write(text, 'latin1');
  }

  /** Resolves once `met` holds, asked whenever something has come. */
  until(met: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const changed = () => {
        if (met()) resolve();
      };
      this.#changed = changed;
      changed();
    });
  }

  untilReceived(part: string): Promise<void> {
    return this.until(() => this.received.includes(part));
  }

  /** Resolves once the other end sends no more. */
  untilEnd(): Promise<void> {
    return this.until(() => this.ended || this.closed);
  }
}

afterEach(() => {
  for (const connection of open.splice(0)) connection.socket.destroy();
});

export function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
