import { closeSync, openSync, writeSync } from 'node:fs';

/** As nginx's `buffer=64k flush=1s`. */
const BUFFER_CHARACTERS = 65_536;
const FLUSH_MS = 1_000;

/** What a line tells. */
export interface Served {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  readonly peer: { readonly address: string };
  readonly receivedAtMs: number;
  readonly status: number;
  readonly bytes: number;
}

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

  write({ method, target, httpVersion, peer, receivedAtMs, status, bytes }: Served): void {
    const second = Math.floor(receivedAtMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#time = new Date(second * 1000).toISOString();
    }
    const tookMs = Date.now() - receivedAtMs;
    this.#lines += `${peer.address} - - [${this.#time}] "${method} ${target} ${httpVersion}" ${status} ${bytes} "-" ${tookMs / 1000}\n`;
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
