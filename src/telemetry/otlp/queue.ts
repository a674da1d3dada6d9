import { CLOSE_MS, type QueueLimits, WARN_MS } from './limits.ts';

/** Sends a batch. @returns why it did not arrive; undefined when it did */
export type Send<Item> = (batch: readonly Item[]) => Promise<string | undefined>;

export type Warn = (message: string, detail: Readonly<Record<string, unknown>>) => void;

/** What became of what was to be sent, since the start. */
export interface Fate {
  readonly sent: number;
  readonly dropped: number;
}

/** What waits to be sent, and how to end it. */
export interface OtlpQueue<Item> extends Fate {
  add(items: readonly Item[]): void;
  /** Counts what was dropped on its way here. */
  lost(count: number): void;
  /** Sends what waits; resolves when it has arrived or is lost, or when that takes too long. */
  close(): Promise<void>;
}

interface QueueTerms<Item> {
  /** What they are called to the operator, such as `spans`. */
  readonly called: string;
  readonly limits: QueueLimits;
  /** What an item takes while it waits, in bytes. */
  weigh(item: Item): number;
  /** Gives what sends them, at the first of them. */
  load(): Promise<Send<Item>>;
  readonly warn: Warn;
  /** Milliseconds that never go backwards. */
  nowMs(): number;
}

/** Gathers items and sends them after a moment, one message at a time. What finds no room or does not arrive is counted. */
export function createOtlpQueue<Item>({ called, limits, weigh, load, warn, nowMs }: QueueTerms<Item>): OtlpQueue<Item> {
  let waiting: Item[] = [];
  let waitingBytes = 0;
  let sent = 0;
  let dropped = 0;
  let warnedAtMs = Number.NEGATIVE_INFINITY;
  let sender: Promise<Send<Item>> | undefined;
  let sending: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** @param problem undefined where there was no room */
  function drop(count: number, problem?: string): void {
    if (count === 0) return;
    dropped += count;
    if (nowMs() - warnedAtMs < WARN_MS) return;
    warnedAtMs = nowMs();
    const reason =
      problem === undefined ? 'more of them come than the endpoint takes' : 'the endpoint does not take them';
    warn(`OTLP: ${called} are lost, because ${reason}.`, { dropped, ...(problem !== undefined && { problem }) });
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, limits.batch);
      waiting = waiting.slice(limits.batch);
      for (const item of batch) waitingBytes -= weigh(item);
      sender ??= load();
      const problem = await sender.then((send) => send(batch)).catch(String);
      if (problem === undefined) sent += batch.length;
      else drop(batch.length, problem);
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
    get sent() {
      return sent;
    },
    get dropped() {
      return dropped;
    },
    lost: (count) => drop(count),
    add(items) {
      let taken = 0;
      for (const item of items) {
        const bytes = weigh(item);
        if (waiting.length >= limits.queue || waitingBytes + bytes > limits.queueBytes) break;
        waiting.push(item);
        waitingBytes += bytes;
        taken += 1;
      }
      drop(items.length - taken);
      if (waiting.length > 0 && sending === undefined) timer ??= setTimeout(() => void flush(), limits.everyMs).unref();
    },
    async close() {
      if (!(await within(CLOSE_MS, flush())))
        warn(`OTLP: ${called} were not sent before the stop: the endpoint does not answer.`, {
          waiting: waiting.length,
        });
    },
  };
}

/** Waits for work, but no longer than so many milliseconds. @returns whether it is done */
export async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const isDone = await Promise.race([work.then(() => true), patience]);
  clearTimeout(timer);
  return isDone;
}
