import type { Family } from '../../exposition/index.ts';
import { CLOSE_MS, WARN_MS } from '../limits.ts';
import { type Fate, type Warn, within } from '../queue.ts';
import type { MetricTerms } from '../targets.ts';
import type { SendMetrics } from './send-metrics.ts';

/** Sends metrics from time to time. Of what is sent data points are counted. */
export interface MetricReader extends Fate {
  /** @param families what is counted until now */
  start(families: () => Iterable<Family>): void;
  /** Sends for the last time; resolves when that has arrived or has not, or takes too long. */
  close(): Promise<void>;
}

/** @param load gives what sends them, at the first time */
export function createMetricReader(
  { everyMs }: Pick<MetricTerms, 'everyMs'>,
  load: () => Promise<SendMetrics>,
  warn: Warn,
  now: () => number,
): MetricReader {
  let sent = 0;
  let dropped = 0;
  let warnedAtMs = Number.NEGATIVE_INFINITY;
  let families: (() => Iterable<Family>) | undefined;
  let sender: Promise<SendMetrics> | undefined;
  let sending: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function sendNow(read: () => Iterable<Family>): Promise<void> {
    sender ??= load();
    const send = await sender;
    const { arrived, lost, problem } = await send(read(), now());
    sent += arrived;
    dropped += lost;
    if (problem !== undefined) tell({ dropped: lost, problem });
  }

  function tell(detail: Readonly<Record<string, unknown>>): void {
    if (now() - warnedAtMs < WARN_MS) return;
    warnedAtMs = now();
    warn(
      'OTLP: metrics did not arrive, because the endpoint does not take them; trying again with the next ones.',
      detail,
    );
  }

  /** One time after the other: who asks meanwhile is told of the one that is under way. */
  function flush(): Promise<void> {
    if (families === undefined) return Promise.resolve();
    sending ??= sendNow(families)
      .catch((error: unknown) => tell({ problem: String(error) }))
      .finally(() => {
        sending = undefined;
      });
    return sending;
  }

  return {
    get sent() {
      return sent;
    },
    get dropped() {
      return dropped;
    },
    start(read) {
      families = read;
      timer = setInterval(() => void flush(), everyMs).unref();
    },
    async close() {
      clearInterval(timer);
      await within(CLOSE_MS, (sending ?? Promise.resolve()).then(flush));
    },
  };
}
