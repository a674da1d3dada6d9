import {
  type BodySource,
  BodyTooLargeError,
  type Exchange,
  FieldLines,
  type HeaderList,
  type Peer,
} from '../../http/index.ts';

/** What a method answered to a test. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Buffer;
}

/** A request that no connection carries. */
export interface TestRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderList;
  readonly body: Buffer;
  /** Whom it is to come from. */
  readonly sourceIp: string;
}

/** The exchange of a method's test: a request that is there in full, and a response that is gathered. */
export class TestExchange implements Exchange {
  readonly method: string;
  readonly target: string;
  readonly httpVersion = 'HTTP/1.1';
  readonly headers: HeaderList;
  readonly peer: Peer;
  readonly receivedAtMs: number;
  readonly signal: AbortSignal;
  abortable: { abort(): void } | undefined;
  /** Resolves with the response. */
  readonly answer: Promise<TestAnswer>;
  readonly #body: Buffer;
  readonly #limitBytes: number;
  #settle: (answer: Promise<TestAnswer>) => void = () => undefined;

  /**
   * @param signal aborts the test
   * @param limitBytes what is kept of a response that comes in pieces (fact D72)
   */
  constructor(
    { method, target, headers, body, sourceIp }: TestRequest,
    nowMs: number,
    signal: AbortSignal,
    limitBytes: number,
  ) {
    this.peer = { address: sourceIp, port: 0, encrypted: true };
    this.method = method;
    this.target = target;
    this.headers = framed(headers, body);
    this.receivedAtMs = nowMs;
    this.signal = signal;
    this.#body = body;
    this.#limitBytes = limitBytes;
    this.answer = new Promise((resolve) => {
      this.#settle = resolve;
    });
    signal.addEventListener('abort', () => this.abortable?.abort(), { once: true });
  }

  takeArrivedBody(): Buffer {
    return this.#body;
  }

  async readBody(limitBytes: number): Promise<Buffer> {
    if (this.#body.length > limitBytes) throw new BodyTooLargeError(limitBytes);
    return this.#body;
  }

  async *streamBody(): AsyncGenerator<Uint8Array> {
    yield this.#body;
  }

  respond(status: number, headers: HeaderList | FieldLines, body: Uint8Array | BodySource): void {
    const list = headers instanceof FieldLines ? headers.toList() : headers;
    this.#settle(this.#gather(body).then((bytes) => ({ status, headers: list, body: bytes })));
  }

  abandon(): void {
    // Only who has given up waiting makes a client of this kind go.
  }

  async #gather(body: Uint8Array | BodySource): Promise<Buffer> {
    if (body instanceof Uint8Array) return Buffer.from(body);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size >= this.#limitBytes) break;
    }
    return Buffer.concat(chunks);
  }
}

/** The headers with the length of the body that is really there, whatever they say of it themselves. */
function framed(headers: HeaderList, body: Buffer): HeaderList {
  const others = headers.filter((_, at) => !FRAMING.has((headers[at - (at % 2)] as string).toLowerCase()));
  return body.length === 0 ? others : [...others, 'Content-Length', String(body.length)];
}

const FRAMING = new Set(['content-length', 'transfer-encoding']);
