import { readEmbeddedMetrics } from '../../../embedded-metrics/index.ts';
import { type LogGroupRef, type MetricStore, STANDARD_UNITS, type StoredLogEvent } from '../../../model/index.ts';
import type { CompiledMetricFilter, FilterValue } from '../metric-filters/index.ts';
import { DefaultValues } from './default-values.ts';
import type { GroupFilters } from './group-filters.ts';
import { MetricBatch } from './metric-batch.ts';

/** CloudWatch takes no data that is older or newer (API reference, `MetricDatum.Timestamp`). */
const MAX_AGE_MS = 14 * 86_400_000;
const MAX_AHEAD_MS = 2 * 3_600_000;

/** Makes data of metrics out of events: by metric filters, and of those that have metrics in them. */
export class MetricWork {
  private readonly metrics: Pick<MetricStore, 'put'>;
  private readonly now: () => number;
  private readonly batch = new MetricBatch();
  private readonly defaults = new DefaultValues();

  constructor(metrics: Pick<MetricStore, 'put'>, now: () => number) {
    this.metrics = metrics;
    this.now = now;
  }

  /** Whether there are minutes whose end is waited for. */
  get isWaiting(): boolean {
    return !this.defaults.isEmpty;
  }

  add(group: LogGroupRef, filters: readonly CompiledMetricFilter[], event: StoredLogEvent): void {
    const nowMs = this.now();
    for (const { values, ...datum } of readEmbeddedMetrics(event.message)) {
      if (datum.timestampMs < nowMs - MAX_AGE_MS || datum.timestampMs > nowMs + MAX_AHEAD_MS) continue;
      // "Values SHOULD be valid CloudWatch metric units" (the format's specification).
      const unit = STANDARD_UNITS.includes(datum.unit) ? datum.unit : 'None';
      for (const value of values) this.batch.add(group.scope, { ...datum, unit }, value);
    }
    for (const filter of filters) {
      const value = filter.valueOf(event.message);
      if (value) this.addValue(group, value, event.timestampMs);
      const { defaultValue, filterName } = filter;
      if (defaultValue === undefined) continue;
      const seen = { timestampMs: event.timestampMs, isMatch: value !== undefined, nowMs };
      this.defaults.note(group, filterName, seen);
    }
  }

  /**
   * Hands over what was gathered. Rejects when the store does not take it.
   * @param filtersOf those that there are now: a filter that is gone by the end of a minute reports nothing of it
   */
  async put(filtersOf: (group: LogGroupRef) => Promise<Pick<GroupFilters, 'metrics'>>): Promise<void> {
    for (const { group, filterName, timestampMs } of [...this.defaults.over(this.now())]) {
      const { metrics } = await filtersOf(group);
      const value = metrics.find((filter) => filter.filterName === filterName)?.defaultValue;
      if (value !== undefined) this.addValue(group, value, timestampMs);
    }
    for (const { scope, data } of this.batch.take()) await this.metrics.put(scope, data);
  }

  private addValue({ scope }: LogGroupRef, { value, ...metric }: FilterValue, timestampMs: number): void {
    this.batch.add(scope, { ...metric, timestampMs, storageResolution: 60 }, value);
  }
}
