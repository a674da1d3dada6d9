import type { FunctionInvoker, IngestedLogEvents, LogStore, MetricStore } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { LIMITS } from '../limits.ts';
import { deliver } from './deliver.ts';
import { FilterDirectory } from './group-filters.ts';
import { IngestedQueue } from './ingested-queue.ts';
import { MetricWork } from './metric-work.ts';

export interface FollowerOptions {
  readonly store: Store;
  readonly logs: Pick<LogStore, 'follow'>;
  readonly metrics: Pick<MetricStore, 'put'>;
  readonly functions: FunctionInvoker;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Begins to count milliseconds. @returns how many have passed since then */
  elapsed(): () => number;
  sleep(ms: number): Promise<void>;
  /** Lets others have their turn. */
  nextTurn(): Promise<void>;
  /** One line for the operator. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** Our own: how long events are worked on before others have their turn. */
const TURN_MS = 10;
/** Our own: how long values of metrics are gathered when there is always more to do. */
const GATHERED_MS = 1_000;
/** Our own: how often minutes are looked for that are over. */
const DEFAULTS_EVERY_MS = 2_000;

/**
 * Does what is to be done of events once they are kept: metrics, and calls of functions that subscribe. Events wait in a queue of
 * bounded size, and errors are told to the operator, so that no filter and no function ever keeps a writer waiting.
 * @returns how to stop; resolves when what was taken is done
 */
export async function startFollowing(options: FollowerOptions): Promise<() => Promise<void>> {
  const { store, logs, functions, now, elapsed, sleep, nextTurn, warn } = options;
  const filters = new FilterDirectory(store);
  const queue = new IngestedQueue(LIMITS.waitingEventBytes);
  const metricWork = new MetricWork(options.metrics, now);
  let working: Promise<void> | undefined;
  let isWaiting = false;
  let isStopped = false;
  let lost = 0;

  /** What is going wrong, by where: the operator is told once, until it goes well again. */
  const failing = new Set<string>();

  const attempt = async (where: string, message: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      failing.delete(where);
    } catch (error) {
      if (!failing.has(where)) warn(message, { where, error: String(error) });
      failing.add(where);
    }
  };

  const treat = async (ingested: IngestedLogEvents): Promise<void> => {
    const { metrics, subscriptions } = await filters.of(ingested.group);
    if (metrics.length === 0 && subscriptions.length === 0 && !ingested.mayEmbedMetrics) return;
    let turnMs = elapsed();
    for (const event of ingested.events) {
      metricWork.add(ingested.group, metrics, event);
      if (turnMs() < TURN_MS) continue;
      await nextTurn();
      turnMs = elapsed();
    }
    for (const subscription of subscriptions) {
      await attempt(
        `${ingested.group.name}: ${subscription.filterName}`,
        'Events of a log group do not reach the function that subscribes to them.',
        () => deliver(functions, ingested, subscription),
      );
    }
  };

  const putMetrics = (): Promise<void> =>
    attempt('metrics', 'Metrics of log events could not be kept.', () => metricWork.put((group) => filters.of(group)));

  const work = async (): Promise<void> => {
    let gatheredMs = elapsed();
    await nextTurn();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const ingested = next;
      await attempt(next.group.name, 'Metric and subscription filters could not treat log events.', () =>
        treat(ingested),
      );
      if (!queue.isEmpty && gatheredMs() < GATHERED_MS) continue;
      await putMetrics();
      gatheredMs = elapsed();
    }
    if (lost > 0) warn('Metric and subscription filters keep up again.', { lost });
    lost = 0;
    working = undefined;
    if (!isWaiting) void waitForMinutes();
  };

  const waitForMinutes = async (): Promise<void> => {
    isWaiting = true;
    while (metricWork.isWaiting && !isStopped) {
      await sleep(DEFAULTS_EVERY_MS);
      if (working === undefined) await putMetrics();
    }
    isWaiting = false;
  };

  const unsubscribe = await store.changes(await store.lastSequence(), (changes) => filters.note(changes));
  const stop = logs.follow(
    () => true,
    (ingested) => {
      if (queue.push(ingested)) {
        working ??= work();
        return;
      }
      if (lost === 0) {
        const { name } = ingested.group;
        warn('Metric and subscription filters cannot keep up: log events are passed over.', { logGroup: name });
      }
      lost += ingested.count;
    },
  );
  return async () => {
    isStopped = true;
    stop();
    unsubscribe();
    await working;
  };
}
