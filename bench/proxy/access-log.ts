import { closeSync, openSync, writeSync } from 'node:fs';
import type { Exchange } from '../../src/http/index.ts';

/** As nginx's `buffer=64k flush=1s`. */
const BUFFER_CHARACTERS = 65_536;
const FLUSH_MS = 1_000;

/** Access log lines in nginx's order, kept for a while and written together. */
export class AccessLog {
  readonly #file: number;
  readonly #timer: NodeJS.Timeout;
  #lines = '';
  #second = 0;
  #time = '';

  constructor(path: string) {
    this.#file = openSync(path, 'a');
    this.#timer = setInterval(() => this.#flush(), FLUSH_MS).unref();
  }

  write(exchange: Exchange, status: number, bytes: number): void {
    const { receivedAtMs } = exchange;
    const second = Math.floor(receivedAtMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#time = new Date(second * 1000).toISOString();
    }
    const took = ((Date.now() - receivedAtMs) / 1000).toFixed(3);
    this.#lines += `${exchange.peer.address} - - [${this.#time}] "${exchange.method} ${exchange.target} ${exchange.httpVersion}" ${status} ${bytes} "-" ${took}\n`;
    if (this.#lines.length > BUFFER_CHARACTERS) this.#flush();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#lines !== '') writeSync(this.#file, this.#lines, null, 'latin1');
    this.#lines = '';
  }
}
