import type { MetricStore } from '../model/index.ts';
import { CLOUDWATCH_RETENTION, METRIC_LIMITS, type Retention } from './limits.ts';
import type { OpenMetricStore } from './open-store.ts';

export interface MetricStoreOptions {
  /** Made by the first metric. */
  readonly folder: string;
  /** CloudWatch's unless given. */
  readonly retention?: Retention;
  readonly maxSeries?: number;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Metrics in a folder. */
export interface FileMetricStore extends MetricStore {
  /** To be called once a minute: brings what came since to where it is found quickly, and forgets what is too old. */
  maintain(): Promise<void>;
  /** Forgets all. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is loaded and no file is opened before the first metric comes or is asked for: starting costs nothing. */
export function createMetricStore(options: MetricStoreOptions): FileMetricStore {
  const { folder, now, retention = CLOUDWATCH_RETENTION, maxSeries = METRIC_LIMITS.series } = options;
  let opening: Promise<OpenMetricStore> | undefined;
  let tidying: Promise<void> | undefined;
  let isClosed = false;

  function opened(): Promise<OpenMetricStore> {
    if (isClosed) return Promise.reject(new Error('The metrics are closed.'));
    opening ??= import('./open-store.ts')
      .then(({ OpenMetricStore }) => new OpenMetricStore({ folder, retention, maxSeries, now }))
      .catch((error: unknown) => {
        // Whoever comes next tries again.
        opening = undefined;
        throw error;
      });
    return opening;
  }

  return {
    put: async (scope, data) => (await opened()).put(scope, data),
    read: async (scope, query) => (await opened()).read(scope, query),
    list: async (scope, listing) => (await opened()).list(scope, listing),
    async maintain() {
      if (opening === undefined || isClosed) return;
      const store = await opened();
      store.writePage();
      tidying ??= store.tidy().finally(() => {
        tidying = undefined;
      });
      await tidying;
    },
    async clear() {
      await tidying;
      (await opened()).clear();
    },
    async close() {
      if (isClosed) return;
      const store = await opening?.catch(() => undefined);
      isClosed = true;
      store?.close();
    },
  };
}
