import { connect, type Socket } from 'node:net';

/** Filled and emptied within one call, so all connections share it. */
const received = Buffer.allocUnsafeSlow(65_536);

/** What becomes of a connection and its requests. */
export interface ConnectionEvents {
  onOpen(): void;
  onAnswer(status: number): void;
  /** It has gone, perhaps with a request on it. */
  onGone(): void;
}

/** One kept connection that carries one request at a time and understands just enough of the answers: their ends. */
export class DriverConnection {
  /** When the request that is under way was due. */
  dueMs = 0;
  readonly #socket: Socket;
  readonly #events: ConnectionEvents;
  #head = '';
  #status = 0;
  /** Bytes of the body that have not come yet; undefined while the head has not ended. */
  #left: number | undefined;

  constructor(host: string, port: number, events: ConnectionEvents) {
    this.#events = events;
    const onread = { buffer: received, callback: (count: number) => this.#receive(received.subarray(0, count)) };
    this.#socket = connect({ host, port, noDelay: true, onread });
    this.#socket.once('connect', () => events.onOpen());
    this.#socket.on('error', () => undefined); // `close` follows and says all there is to say.
    this.#socket.once('close', () => events.onGone());
  }

  send(request: Buffer, dueMs: number): void {
    this.dueMs = dueMs;
    this.#socket.write(request);
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(bytes: Buffer): boolean {
    const body = this.#left === undefined ? this.#readHead(bytes) : bytes.length;
    if (this.#left === undefined) return true;
    this.#left -= body;
    if (this.#left > 0) return true;
    this.#left = undefined;
    this.#events.onAnswer(this.#status);
    return true;
  }

  /** Gives the number of bytes behind the head. */
  #readHead(bytes: Buffer): number {
    this.#head += bytes.toString('latin1');
    const end = this.#head.indexOf('\r\n\r\n');
    if (end === -1) return 0;
    const head = this.#head.slice(0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) throw new Error(`The driver only understands answers with a length:\n${head}`);
    this.#status = Number(head.slice(9, 12));
    this.#left = Number(length);
    const body = this.#head.length - end - 4;
    this.#head = '';
    return body;
  }
}
