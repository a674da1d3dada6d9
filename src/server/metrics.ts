import { PacedWork } from '../event-loop/index.ts';
import { createMetricStore, type FileMetricStore, type Retention } from '../metrics/index.ts';
import type { MetricDatum, Scope } from '../model/index.ts';
import {
  cloudWatchDataOf,
  FunctionCounters,
  type FunctionCounts,
  FunctionTotals,
  functionDataOf,
  type StageCounts,
} from '../telemetry/index.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';

/** As often as minutes are over. */
const MAINTAIN_MS = 60_000;

/** How often what cannot be kept is told of. */
const WARN_MS = 60_000;
/** Counts are of the second before they come. */
const COUNTED_BEFORE_MS = 500;

/** Metrics, and how to end keeping them. */
export interface Metrics {
  readonly store: FileMetricStore;
  /** Keeps what a process has counted of requests in the last second. */
  keepCounts(counted: readonly StageCounts[]): void;
  /** Counts invocations of functions in this process. */
  readonly functions: FunctionCounters;
  /** What was counted of functions since the start. */
  readonly functionTotals: FunctionTotals;
  /** Keeps what a process has counted of functions in the last second. */
  keepFunctions(counted: readonly FunctionCounts[]): void;
  /** Keeps what this installation says of itself; what cannot be kept is lost, and the operator is told. */
  keep(scope: Scope, data: readonly MetricDatum[]): void;
  stop(): Promise<void>;
}

/**
 * Keeps metrics in a folder, and looks after it once a minute.
 * @param keepsDurations whether what was counted of functions since the start has their durations within 1 %, besides buckets
 */
export function keepMetrics(
  folder: string,
  retention: Retention,
  log: Pick<Log, 'warn'>,
  keepsDurations: boolean,
): Metrics {
  const store = createMetricStore({ folder, retention, now: Date.now });
  const functions = new FunctionCounters();
  const functionTotals = new FunctionTotals(keepsDurations);
  let warnedAtMs = Number.NEGATIVE_INFINITY;
  const work = new PacedWork();
  function keep(scope: Scope, data: readonly MetricDatum[]): void {
    work
      .add(() => store.put(scope, data))
      .catch((error: unknown) => {
        if (Date.now() - warnedAtMs < WARN_MS) return;
        warnedAtMs = Date.now();
        log.warn('Metrics are lost: they cannot be kept.', { error: describeError(error) });
      });
  }
  const timer = setInterval(() => {
    store.maintain().catch((error: unknown) => {
      log.warn('Metrics of the last minute are not in their database yet; trying again in a minute.', {
        error: describeError(error),
      });
    });
  }, MAINTAIN_MS).unref();
  return {
    store,
    functions,
    functionTotals,
    keep,
    keepFunctions(counted) {
      functionTotals.add(counted);
      const timestampMs = Date.now() - COUNTED_BEFORE_MS;
      for (const counts of counted) {
        const [, , , region = '', accountId = ''] = counts.run.functionArn.split(':');
        keep({ accountId, region }, functionDataOf(counts, timestampMs));
      }
    },
    keepCounts(counted) {
      const timestampMs = Date.now() - COUNTED_BEFORE_MS;
      for (const [scope, all] of byScope(counted)) {
        keep(
          scope,
          all.flatMap((counts) => cloudWatchDataOf(counts, timestampMs)),
        );
      }
    },
    async stop() {
      clearInterval(timer);
      await work.done();
      await store
        .close()
        .catch((error: unknown) => log.warn('Metrics could not be closed.', { error: describeError(error) }));
    },
  };
}

function byScope(counted: readonly StageCounts[]): ReadonlyMap<Scope, readonly StageCounts[]> {
  const scopes = new Map<string, Scope>();
  const found = new Map<Scope, StageCounts[]>();
  for (const counts of counted) {
    const { accountId, region } = counts.stage.scope;
    const key = `${accountId} ${region}`;
    const scope = scopes.get(key) ?? counts.stage.scope;
    scopes.set(key, scope);
    const all = found.get(scope);
    if (all === undefined) found.set(scope, [counts]);
    else all.push(counts);
  }
  return found;
}
