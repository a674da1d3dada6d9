import { type Exchange, WrappedExchange } from '../../http/index.ts';
import { parseTraceHeader } from '../../trace-context/index.ts';
import type { IdSource } from '../request-context/index.ts';
import { bridgedHeaders, traceparentOf } from './bridged-headers.ts';

/** An exchange whose request has both headers, of which `traceparent` follows the spans that the gateway makes. */
export class BridgedExchange extends WrappedExchange {
  readonly #headers: string[];
  readonly #ids: IdSource;

  constructor(exchange: Exchange, ids: IdSource) {
    super(exchange);
    this.#ids = ids;
    this.#headers = bridgedHeaders(exchange.headers, ids, exchange.receivedAtMs);
  }

  override get headers(): string[] {
    return this.#headers;
  }

  /** From now on whoever is called is called by this span. */
  tracedAs(traceId: string): void {
    const header = parseTraceHeader(traceId);
    if (header !== undefined) this.#headers[this.#headers.length - 1] = traceparentOf(header, () => this.#ids.spanId());
  }
}
