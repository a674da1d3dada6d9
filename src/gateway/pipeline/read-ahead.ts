import { BodyTooLargeError, type Exchange } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { MAX_PAYLOAD_BYTES } from '../limits.ts';
import type { Abandoned, MethodRequest } from '../method/index.ts';

/**
 * Reads a request's body before its integration does, and leaves it for the integration to read again.
 * @returns why there is none to read; undefined when all is well
 */
export async function readAhead(request: MethodRequest): Promise<GatewayFailure | Abandoned | undefined> {
  const { exchange } = request;
  const arrived = exchange.takeArrivedBody();
  try {
    // What has arrived is only borrowed for this turn.
    const bytes = arrived === undefined ? await exchange.readBody(MAX_PAYLOAD_BYTES) : Buffer.from(arrived);
    if (bytes.length > MAX_PAYLOAD_BYTES) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    request.exchange = new ReadExchange(exchange, bytes);
    return undefined;
  } catch (error) {
    if (error instanceof BodyTooLargeError) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    // Whatever else happens to a body on its way in, the client's connection is gone.
    return { kind: 'abandoned' };
  }
}

/** An exchange whose body has been read, and can be read as often as anybody likes. */
class ReadExchange implements Exchange {
  readonly #exchange: Exchange;
  readonly #body: Buffer;

  constructor(exchange: Exchange, body: Buffer) {
    this.#exchange = exchange;
    this.#body = body;
  }

  get method(): string {
    return this.#exchange.method;
  }

  get target(): string {
    return this.#exchange.target;
  }

  get httpVersion(): string {
    return this.#exchange.httpVersion;
  }

  get headers(): Exchange['headers'] {
    return this.#exchange.headers;
  }

  get peer(): Exchange['peer'] {
    return this.#exchange.peer;
  }

  get receivedAtMs(): number {
    return this.#exchange.receivedAtMs;
  }

  get signal(): AbortSignal {
    return this.#exchange.signal;
  }

  get abortable(): Exchange['abortable'] {
    return this.#exchange.abortable;
  }

  set abortable(abortable: Exchange['abortable']) {
    this.#exchange.abortable = abortable;
  }

  takeArrivedBody(): Buffer {
    return this.#body;
  }

  async readBody(limitBytes: number): Promise<Buffer> {
    if (this.#body.length > limitBytes) throw new BodyTooLargeError(limitBytes);
    return this.#body;
  }

  async *streamBody(): AsyncGenerator<Uint8Array> {
    if (this.#body.length > 0) yield this.#body;
  }

  abandon(): void {
    this.#exchange.abandon();
  }

  respond(...response: Parameters<Exchange['respond']>): void {
    this.#exchange.respond(...response);
  }
}
