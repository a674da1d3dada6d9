import type { ServedRequest } from '../../model/index.ts';
import type { KeptBody, TimedEvent, Trace, TraceEvent } from './trace.ts';

/** How much of bodies is kept. */
export interface BodyTerms {
  readonly maxBytes: number;
  /** Of those that are told of rarely or tell what went wrong only; of others it is known how long they were. */
  readonly tellingOnly: boolean;
}

const NOTHING = Buffer.alloc(0);

/** Keeps what it is told of one request. */
export class TraceRecorder implements Trace {
  readonly #events: TimedEvent[] = [];
  readonly #nowMs: () => number;
  readonly #startedAtMs: number;
  readonly #terms: BodyTerms;
  readonly #onEnd: ((recorder: TraceRecorder, request: ServedRequest) => void) | undefined;

  /** @param nowMs milliseconds that never go backwards, with fractions */
  constructor(
    nowMs: () => number,
    terms: BodyTerms,
    onEnd?: (recorder: TraceRecorder, request: ServedRequest) => void,
  ) {
    this.#nowMs = nowMs;
    this.#startedAtMs = nowMs();
    this.#terms = terms;
    this.#onEnd = onEnd;
  }

  get events(): readonly TimedEvent[] {
    return this.#events;
  }

  record(event: TraceEvent): void {
    const atMs = this.#nowMs() - this.#startedAtMs;
    const bytes = 'body' in event ? event.body : undefined;
    const body = bytes && this.#keep(bytes, event);
    const input = event.kind === 'rendered' ? this.#keep(event.input, event) : undefined;
    this.#events.push({ atMs, event, body, input });
  }

  ended(request: ServedRequest): void {
    this.#onEnd?.(this, request);
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
