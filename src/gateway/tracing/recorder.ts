import type { TimedEvent, Trace, TraceEvent } from './trace.ts';

/** Keeps everything that it is told of one request. */
export class TraceRecorder implements Trace {
  readonly #events: TimedEvent[] = [];
  readonly #now: () => number;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  get events(): readonly TimedEvent[] {
    return this.#events;
  }

  record(event: TraceEvent): void {
    this.#events.push({ atMs: this.#now(), event: owned(event) });
  }
}

/** Bytes may be borrowed: they are copied. */
function owned(event: TraceEvent): TraceEvent {
  if (event.kind === 'rendered')
    return { ...event, input: Buffer.from(event.input), output: Buffer.from(event.output) };
  if (!('body' in event) || event.body === undefined) return event;
  return { ...event, body: Buffer.from(event.body) };
}
