import type { Span, SpanSink } from '../../model/index.ts';
import { OTLP_LIMITS } from './limits.ts';

/** Sends a batch; false when it did not arrive. */
export type SendSpans = (spans: readonly Span[]) => Promise<boolean>;

/** What sends spans, and how to end it. */
export interface SpanExporter extends SpanSink {
  /** Spans that never arrived, since the start. */
  readonly dropped: number;
  /** Sends what waits; resolves when it has arrived or is lost. */
  close(): Promise<void>;
}

/**
 * Gathers spans and sends them every second, one message at a time.
 * @param load gives what sends them, at the first span
 */
export function createSpanExporter(
  load: () => Promise<SendSpans>,
  warn: (message: string, detail: Readonly<Record<string, unknown>>) => void,
  now: () => number,
): SpanExporter {
  let waiting: Span[] = [];
  let dropped = 0;
  let warnedAtMs = Number.NEGATIVE_INFINITY;
  let sender: Promise<SendSpans> | undefined;
  let sending: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  function drop(count: number): void {
    if (count === 0) return;
    dropped += count;
    if (now() - warnedAtMs < OTLP_LIMITS.warnMs) return;
    warnedAtMs = now();
    warn('Spans are lost: the OTLP endpoint does not take them.', { dropped });
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, OTLP_LIMITS.batch);
      waiting = waiting.slice(OTLP_LIMITS.batch);
      sender ??= load();
      const arrived = await sender.then((send) => send(batch)).catch(() => false);
      if (!arrived) drop(batch.length);
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  return {
    get dropped() {
      return dropped;
    },
    add(spans) {
      const room = OTLP_LIMITS.queue - waiting.length;
      for (const span of spans.slice(0, room)) waiting.push(span);
      drop(Math.max(spans.length - room, 0));
      if (sending === undefined) timer ??= setTimeout(() => void flush(), OTLP_LIMITS.everyMs).unref();
    },
    close: flush,
  };
}
