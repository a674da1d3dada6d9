import type { Exchange } from './exchange.ts';

/** An exchange that is another's in all that a subclass does not say itself. */
export class WrappedExchange implements Exchange {
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
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

  takeArrivedBody(): Buffer | undefined {
    return this.#exchange.takeArrivedBody();
  }

  readBody(limitBytes: number): Promise<Buffer> {
    return this.#exchange.readBody(limitBytes);
  }

  streamBody(): ReturnType<Exchange['streamBody']> {
    return this.#exchange.streamBody();
  }

  abandon(): void {
    this.#exchange.abandon();
  }

  respond(...response: Parameters<Exchange['respond']>): void {
    this.#exchange.respond(...response);
  }
}
