import { FINE_TIER, METRIC_LIMITS, type Retention, TIERS } from './limits.ts';
import type { SeriesTable } from './series-table.ts';
import type { MetricDatabase } from './storage/index.ts';

const SWEPT_STATE = 'swept';

/** Forgets what is too old of series that have no new data; once a day. */
export class Sweeper {
  readonly #database: MetricDatabase;
  readonly #series: SeriesTable;
  readonly #retention: Retention;

  constructor(database: MetricDatabase, series: SeriesTable, retention: Retention) {
    this.#database = database;
    this.#series = series;
    this.#retention = retention;
  }

  /**
   * @param pause lets others have their turn; false to stop
   * @param isPending whether there is data of a series that is not in the database yet
   */
  async sweep(
    nowSeconds: number,
    pause: () => Promise<boolean>,
    isPending: (series: number) => boolean,
  ): Promise<void> {
    const last = Number(this.#database.state(SWEPT_STATE) ?? 0);
    if (nowSeconds - last < METRIC_LIMITS.sweepSeconds) return;
    let after = 0;
    for (;;) {
      const rows = this.#database.seriesAfter(after, METRIC_LIMITS.seriesPerTurn);
      this.#database.transact(() => {
        for (const { id, key, seen } of rows) {
          for (const { distance, chunkSeconds } of [FINE_TIER, ...TIERS]) {
            this.#database.removeChunks(id, distance, nowSeconds - this.#retention[distance] - chunkSeconds);
          }
          const isOver = seen < nowSeconds - Math.max(...Object.values(this.#retention));
          if (!isOver || isPending(id)) continue;
          this.#database.removeSeries(id);
          this.#series.removed(key);
        }
      });
      after = rows.at(-1)?.id ?? after;
      if (rows.length < METRIC_LIMITS.seriesPerTurn) break;
      if (!(await pause())) return;
    }
    this.#database.putState(SWEPT_STATE, String(nowSeconds));
  }
}
