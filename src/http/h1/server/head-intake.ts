import { type HeadLimits, type RequestHead, RequestHeadReader } from '../codec/index.ts';

/**
 * Reads the heads of one connection. Nearly all come whole and are read with the server's own reader; a connection has one
 * of its own only while a head comes in pieces, so that an idle one holds no memory for it.
 */
export class HeadIntake {
  readonly #limits: HeadLimits;
  readonly #shared: RequestHeadReader;
  #own: RequestHeadReader | undefined;

  constructor(limits: HeadLimits, shared: RequestHeadReader) {
    this.#limits = limits;
    this.#shared = shared;
  }

  /** As `RequestHeadReader.read`. */
  read(bytes: Buffer, start: number, end: number): RequestHead | undefined {
    if (this.#own !== undefined) {
      const head = this.#own.read(bytes, start, end);
      if (head !== undefined) this.#own = undefined;
      return head;
    }
    let head: RequestHead | undefined;
    try {
      head = this.#shared.read(bytes, start, end);
    } finally {
      if (head === undefined) this.#shared.reset();
    }
    if (head === undefined) this.#own = new RequestHeadReader(this.#limits);
    return head;
  }

  /** The connection leaves: nothing more is read. */
  drop(): void {
    this.#own = undefined;
  }
}
