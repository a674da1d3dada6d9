import type { MetricStore } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import type { ConfiguredActions } from './alarms/actions.ts';

/** What the service works with. */
export interface CloudWatchContext {
  readonly store: Store;
  readonly metrics: MetricStore;
  /** The alarm actions that have their addresses in the settings. */
  readonly alarmActions: ConfiguredActions;
  /** Alarms were made or changed, or have come into another state: whoever evaluates them and takes their actions looks again. */
  alarmsChanged(): void;
  /** An alarm could not be evaluated; the others are. */
  alarmFailed(alarmName: string, error: unknown): void;
  /** A random UUID, version 4. */
  uuid(): string;
}
