import type { Span, SpanSink } from '../../model/index.ts';

/** Spans that wait in a worker; further ones are lost. As many as may wait to be sent on. */
const MAX_WAITING = 2_048;
const EVERY_MS = 500;

/** Spans on their way from one process to another. */
export interface SpanBatch {
  readonly spans: readonly Span[];
  /** How many found no room since the last batch. */
  readonly lost: number;
}

export interface SpanBatches extends SpanSink {
  /** Hands over what waits. */
  flush(): Promise<void>;
}

/** Gathers spans for half a second. @param send hands them to the control process */
export function createSpanBatches(send: (batch: SpanBatch) => Promise<void>): SpanBatches {
  let spans: Span[] = [];
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const taken = { spans, lost };
    spans = [];
    lost = 0;
    // A control process that is gone takes the worker along.
    if (taken.spans.length > 0) await send(taken).catch(() => undefined);
  }

  return {
    add(more) {
      const room = MAX_WAITING - spans.length;
      for (const span of more.slice(0, room)) spans.push(span);
      lost += Math.max(more.length - room, 0);
      timer ??= setTimeout(() => void flush(), EVERY_MS).unref();
    },
    flush,
  };
}
