import type { ServedRequest } from '../../model/index.ts';
import type { KeptBody, TimedEvent, Trace, TraceEvent } from './trace.ts';

/** What the recorders of many requests have in common. */
export interface TraceTerms {
  /** Milliseconds that never go backwards, with fractions. */
  nowMs(): number;
  /** How much is kept of each body. */
  readonly maxBytes: number;
  /** Keeps only bodies that are told of rarely or tell what went wrong; of others it is known how long they were. */
  readonly tellingOnly: boolean;
  /** Told when all is over. */
  onEnd?(recorder: TraceRecorder, request: ServedRequest): void;
}

const NOTHING = Buffer.alloc(0);

/** Keeps what it is told of one request. */
export class TraceRecorder implements Trace {
  readonly #events: TimedEvent[] = [];
  readonly #terms: TraceTerms;
  readonly #startedAtMs: number;

  constructor(terms: TraceTerms) {
    this.#terms = terms;
    this.#startedAtMs = terms.nowMs();
  }

  get events(): readonly TimedEvent[] {
    return this.#events;
  }

  record(event: TraceEvent): void {
    const atMs = this.#terms.nowMs() - this.#startedAtMs;
    const bytes = 'body' in event ? event.body : undefined;
    const body = bytes && this.#keep(bytes, event);
    const input = event.kind === 'rendered' ? this.#keep(event.input, event) : undefined;
    this.#events.push({ atMs, event, body, input });
  }

  ended(request: ServedRequest): void {
    this.#terms.onEnd?.(this, request);
  }

  /** Bytes may be borrowed: they are copied. */
  #keep(bytes: Uint8Array, event: TraceEvent): KeptBody {
    const { maxBytes, tellingOnly } = this.#terms;
    if (tellingOnly && !isTelling(event)) return { bytes: bytes.length, head: NOTHING };
    return { bytes: bytes.length, head: Buffer.from(bytes.subarray(0, maxBytes)) };
  }
}

/** Of a request that passes through, no body; of one that a backend refuses, what the backend said. */
function isTelling(event: TraceEvent): boolean {
  switch (event.kind) {
    case 'rendered':
    case 'authorizerRequest':
    case 'authorizerResponse':
    case 'failed':
      return true;
    case 'integrationResponse':
      return event.status >= 400;
    default:
      return false;
  }
}
