import type { MetricBucket, MetricDatum, MetricListing, MetricPage, MetricQuery, Scope } from '../model/index.ts';
import { Buckets } from './buckets.ts';
import { chooseTier } from './choose-tier.ts';
import { decodeChunk } from './codec/chunk.ts';
import { decodePage, encodePage, type PageEntry } from './codec/page.ts';
import { compact, PROGRESS_STATE, type Progress } from './compaction.ts';
import { METRIC_LIMITS, type Retention } from './limits.ts';
import { listMetrics } from './list-metrics.ts';
import { PendingPoints } from './pending.ts';
import { pointOf } from './point.ts';
import { afterPrefix, metricPrefix, nameOfKey, seriesKey } from './series-key.ts';
import { SeriesTable } from './series-table.ts';
import { Journal, journalsIn, type MetricDatabase, openMetricDatabase, recordsOf } from './storage/index.ts';
import { Sweeper } from './sweeper.ts';

export interface OpenStoreOptions {
  readonly folder: string;
  readonly retention: Retention;
  readonly maxSeries: number;
  /** Milliseconds since the epoch. */
  now(): number;
}

const GENERATION_STATE = 'generation';

/**
 * The store with its files open. What comes is in the journal when `put` returns, in a page once a minute, and in chunks every
 * ten minutes; who reads puts the three together.
 */
export class OpenMetricStore {
  readonly #database: MetricDatabase;
  readonly #series: SeriesTable;
  readonly #journal: Journal;
  readonly #pending = new PendingPoints();
  readonly #options: OpenStoreOptions;
  readonly #sweeper: Sweeper;
  #pages: readonly number[];
  #progress: Progress | undefined;
  #isClosed = false;

  constructor(options: OpenStoreOptions) {
    this.#options = options;
    this.#database = openMetricDatabase(options.folder);
    this.#series = new SeriesTable(this.#database, options.maxSeries);
    this.#sweeper = new Sweeper(this.#database, this.#series, options.retention);
    this.#pages = this.#database.pageIds();
    const progress = this.#database.state(PROGRESS_STATE);
    this.#progress = progress ? JSON.parse(progress) : undefined;
    this.#journal = new Journal(options.folder, this.#replay() + 1);
  }

  /** @throws {MetricStoreFullError} and what the file system says; then nothing is kept */
  put(scope: Scope, data: readonly MetricDatum[]): void {
    if (data.length === 0) return;
    if (this.#pending.size > METRIC_LIMITS.pendingPoints) this.writePage();
    const keys = data.map((datum) => seriesKey(scope, datum, datum.unit));
    const ids = this.#series.findOrAdd(keys, Math.floor(this.#options.now() / 1_000));
    const entries = data.map((datum, index) => entryOf(ids[index] as number, datum));
    this.#journal.append(encodePage(entries));
    for (const entry of entries) this.#pending.add(entry);
  }

  read(scope: Scope, query: MetricQuery): readonly MetricBucket[] {
    const { unit } = query;
    if (unit !== undefined) {
      const id = this.#series.find(seriesKey(scope, query, unit));
      return id === undefined ? [] : this.#readSeries(id, unit, query);
    }
    const prefix = metricPrefix(scope, query);
    const all = this.#database.listSeries(prefix, afterPrefix(prefix), METRIC_LIMITS.series);
    const found = all.map(({ id, key }) => this.#readSeries(id, nameOfKey(key).unit, query));
    if (found.length < 2) return found[0] ?? [];
    return found.flat().sort((a, b) => a.startMs - b.startMs || (a.unit < b.unit ? -1 : 1));
  }

  list(scope: Scope, listing: MetricListing): MetricPage {
    return listMetrics(this.#database, scope, listing, (series) => this.#pending.has(series));
  }

  /** Writes what is in memory to the database. */
  writePage(): void {
    if (this.#pending.size === 0) return;
    const page = encodePage(this.#pending.sorted());
    this.#database.transact(() => {
      this.#database.addPage(page);
      this.#database.putState(GENERATION_STATE, String(this.#journal.generation));
    });
    this.#pending.clear();
    this.#pages = this.#database.pageIds();
    this.#journal.startAnew();
  }

  /** Brings pages into chunks when there are many, and forgets what is too old. */
  async tidy(): Promise<void> {
    const nowSeconds = Math.floor(this.#options.now() / 1_000);
    const pause = () => new Promise<boolean>((resolve) => setImmediate(() => resolve(!this.#isClosed)));
    if (this.#progress !== undefined || this.#pages.length >= METRIC_LIMITS.pages) {
      const isDone = await compact({
        database: this.#database,
        retention: this.#options.retention,
        nowSeconds,
        begun: this.#progress,
        pause,
        onProgress: (progress) => {
          this.#progress = progress;
        },
      });
      if (!isDone) return;
      this.#progress = undefined;
      this.#pages = this.#database.pageIds();
    }
    await this.#sweeper.sweep(nowSeconds, pause, (series) => this.#pending.has(series));
  }

  clear(): void {
    this.#pending.clear();
    this.#series.clear();
    this.#progress = undefined;
    this.#database.transact(() => {
      this.#database.clear();
      this.#database.putState(PROGRESS_STATE, '');
      this.#database.putState(GENERATION_STATE, String(this.#journal.generation));
    });
    this.#pages = [];
    this.#journal.startAnew();
  }

  close(): void {
    this.#isClosed = true;
    this.writePage();
    this.#journal.close();
    this.#database.close();
  }

  #readSeries(series: number, unit: string, query: MetricQuery): readonly MetricBucket[] {
    const { withHistograms, periodSeconds } = query;
    const start = Math.ceil(query.startMs / 1_000);
    const end = Math.ceil(query.endMs / 1_000);
    const { distance, chunkSeconds } = chooseTier(start, periodSeconds);
    const buckets = new Buckets(start, end, periodSeconds);
    const nowSeconds = Math.floor(this.#options.now() / 1_000);
    const oldest = Math.max(start, nowSeconds - this.#options.retention[distance]);
    const isKept = (at: number): boolean => at >= oldest;
    for (const chunk of this.#database.chunks(series, distance, oldest - chunkSeconds + 1, end)) {
      decodeChunk(chunk.data, chunk.start, distance, withHistograms, (at, point) => {
        if (isKept(at)) buckets.add(at, point);
      });
    }
    for (const { at, isFine, point } of this.#recent(series, withHistograms)) {
      if (distance === 1 && !isFine) continue;
      const time = at - (at % distance);
      if (isKept(time)) buckets.add(time, point);
    }
    return buckets.list(unit);
  }

  /** What is not in chunks yet. */
  *#recent(series: number, withHistograms: boolean): Generator<PageEntry> {
    const { upToPage, doneSeries } = this.#progress ?? { upToPage: 0, doneSeries: 0 };
    for (const id of this.#pages) {
      if (id <= upToPage && series <= doneSeries) continue;
      yield* decodePage(this.#database.page(id), (found) => found === series, withHistograms);
    }
    for (const entry of this.#pending.of(series)) {
      if (withHistograms) yield entry;
      else {
        const { histogram: _, ...point } = entry.point;
        yield { ...entry, point };
      }
    }
  }

  /** Takes in what came before the process ended. @returns the last journal's number */
  #replay(): number {
    const written = Number(this.#database.state(GENERATION_STATE) ?? 0);
    const journals = journalsIn(this.#options.folder);
    for (const journal of journals) {
      if (journal.generation <= written) continue;
      for (const record of recordsOf(journal)) {
        for (const entry of decodePage(record, () => true, true)) this.#pending.add(entry);
      }
    }
    return Math.max(written, ...journals.map(({ generation }) => generation));
  }
}

function entryOf(series: number, { timestampMs, storageResolution, sample }: MetricDatum): PageEntry {
  const seconds = Math.floor(timestampMs / 1_000);
  const isFine = storageResolution === 1;
  return { series, at: isFine ? seconds : seconds - (seconds % 60), isFine, point: pointOf(sample) };
}
