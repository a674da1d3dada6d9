import type { MetricStore } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';

/** What the service works with. */
export interface CloudWatchContext {
  readonly store: Store;
  readonly metrics: MetricStore;
}
