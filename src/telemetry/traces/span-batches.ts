import type { Span, SpanSink } from '../../model/index.ts';

/** Spans that wait in a worker; further ones are lost. As many as may wait to be sent on. */
const MAX_WAITING = 2_048;
const EVERY_MS = 500;

export interface SpanBatches extends SpanSink {
  /** Hands over what waits. */
  flush(): Promise<void>;
}

/** Gathers spans for half a second. @param send hands them to the control process */
export function createSpanBatches(send: (spans: readonly Span[]) => Promise<void>): SpanBatches {
  let waiting: Span[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const taken = waiting;
    waiting = [];
    // A control process that is gone takes the worker along.
    if (taken.length > 0) await send(taken).catch(() => undefined);
  }

  return {
    add(spans) {
      for (const span of spans.slice(0, MAX_WAITING - waiting.length)) waiting.push(span);
      timer ??= setTimeout(() => void flush(), EVERY_MS).unref();
    },
    flush,
  };
}
