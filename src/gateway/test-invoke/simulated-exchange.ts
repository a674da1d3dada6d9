import type { BodySource, Exchange, HeaderList } from '../../http/index.ts';

/** A request that nobody sent and that nobody waits for an answer to. */
export class SimulatedExchange implements Exchange {
  readonly method = 'GET';
  readonly httpVersion = 'HTTP/1.1';
  /** AWS shows this in place of an address. */
  readonly peer = { address: 'test-invoke-source-ip', port: 0, encrypted: true };
  readonly signal = new AbortController().signal;
  abortable: { abort(): void } | undefined = undefined;
  readonly target: string;
  readonly headers: HeaderList;
  readonly receivedAtMs: number;

  constructor(target: string, headers: HeaderList, receivedAtMs: number) {
    this.target = target;
    this.headers = headers;
    this.receivedAtMs = receivedAtMs;
  }

  takeArrivedBody(): Buffer {
    return Buffer.alloc(0);
  }

  async readBody(): Promise<Buffer> {
    return Buffer.alloc(0);
  }

  async *streamBody(): BodySource {
    // There is none.
  }

  respond(): void {
    throw new Error('A simulated request cannot be answered.');
  }

  abandon(): void {
    // Nobody waits.
  }
}
