import { createMetricStore, type FileMetricStore, type Retention } from '../metrics/index.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';

/** As often as minutes are over. */
const MAINTAIN_MS = 60_000;

/** Metrics, and how to end keeping them. */
export interface Metrics {
  readonly store: FileMetricStore;
  stop(): Promise<void>;
}

/** Keeps metrics in a folder, and looks after it once a minute. */
export function keepMetrics(folder: string, retention: Retention, log: Pick<Log, 'warn'>): Metrics {
  const store = createMetricStore({ folder, retention, now: Date.now });
  const timer = setInterval(() => {
    store.maintain().catch((error: unknown) => {
      log.warn('Metrics of the last minute are not in their database yet; trying again in a minute.', {
        error: describeError(error),
      });
    });
  }, MAINTAIN_MS).unref();
  return {
    store,
    async stop() {
      clearInterval(timer);
      await store
        .close()
        .catch((error: unknown) => log.warn('Metrics could not be closed.', { error: describeError(error) }));
    },
  };
}
