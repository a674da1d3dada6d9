import { closeSync, openSync, writeSync } from 'node:fs';

/** As nginx's `buffer=64k flush=1s`. */
const BUFFER_BYTES = 65_536;
const FLUSH_MS = 1_000;
/** The longest line that is kept whole. */
const LINE_BYTES = 32_768;

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

/**
 * Access log lines in nginx's order, kept for a while and written together. They are kept as bytes: a line kept as a string
 * would keep the whole head of its request alive, whose parts it is made of.
 */
export class AccessLog {
  readonly #file: number;
  readonly #timer: NodeJS.Timeout;
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES + LINE_BYTES);
  #used = 0;
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
    const line = `${peer.address} - - [${this.#time}] "${method} ${target} ${httpVersion}" ${status} ${bytes} "-" ${tookMs / 1000}\n`;
    this.#used += this.#buffer.write(line, this.#used, LINE_BYTES, 'latin1');
    if (this.#used > BUFFER_BYTES) this.#flush();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#used > 0) writeSync(this.#file, this.#buffer, 0, this.#used);
    this.#used = 0;
  }
}
