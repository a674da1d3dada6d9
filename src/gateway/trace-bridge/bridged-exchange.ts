import type { Exchange } from '../../http/index.ts';
import { parseTraceHeader } from '../../trace-context/index.ts';
import type { IdSource } from '../request-context/index.ts';
import { bridgedHeaders, traceparentOf } from './bridged-headers.ts';

/** An exchange whose request has both headers, of which `traceparent` follows the spans that the gateway makes. */
export class BridgedExchange implements Exchange {
  readonly headers: string[];
  readonly #exchange: Exchange;
  readonly #ids: IdSource;

  constructor(exchange: Exchange, ids: IdSource) {
    this.#exchange = exchange;
    this.#ids = ids;
    this.headers = bridgedHeaders(exchange.headers, ids, exchange.receivedAtMs);
  }

  /** From now on whoever is called is called by this span. */
  tracedAs(traceId: string): void {
    const header = parseTraceHeader(traceId);
    if (header !== undefined) this.headers[this.headers.length - 1] = traceparentOf(header, () => this.#ids.spanId());
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
