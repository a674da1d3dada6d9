import { connect, type Socket } from 'node:net';

/** One client's connection: says what it is told to, and keeps what comes. */
export class Talk {
  readonly socket: Socket;
  /** Everything that has come, one character a byte; nothing of it while `deaf`. */
  received = '';
  deaf = false;
  /** Resolves once the connection is closed, whoever closed it and how. */
  readonly closed: Promise<void>;
  #changed: () => void = () => undefined;

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port });
    this.socket.on('data', (bytes) => {
      if (!this.deaf) this.received += bytes.toString('latin1');
      this.#changed();
    });
    // Resets are what half of these clients are about.
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on('close', () => {
        this.#changed();
        resolve();
      });
    });
  }

  say(text: string): void {
    this.socket.write(text, 'latin1');
  }

  /** Says something again and again until the connection is closed. */
  async drip(text: string, everyMs: number): Promise<void> {
    const timer = setInterval(() => this.say(text), everyMs);
    await this.closed;
    clearInterval(timer);
  }

  /** Resolves once the text has come, or the connection is closed. */
  until(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = () => {
        if (this.socket.closed || this.received.includes(text)) resolve();
      };
      this.#changed();
    });
  }

  connected(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.socket.connecting) resolve();
      else this.socket.once('connect', resolve).once('close', resolve);
    });
  }
}
