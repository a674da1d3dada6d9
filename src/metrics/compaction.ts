import { mergeIntoChunk, type TimedPoint } from './codec/chunk.ts';
import { decodePage, type PageEntry } from './codec/page.ts';
import { FINE_TIER, METRIC_LIMITS, type Retention, TIERS, type Tier } from './limits.ts';
import { mergePoints, type Point } from './point.ts';
import type { MetricDatabase } from './storage/index.ts';

/** Pages up to one are being sorted into chunks; series up to one are done, and what pages say of them is in chunks. */
export interface Progress {
  readonly upToPage: number;
  readonly doneSeries: number;
}

/** Where the progress stands in the database. */
export const PROGRESS_STATE = 'compaction';

export interface CompactionOptions {
  readonly database: MetricDatabase;
  readonly retention: Retention;
  /** In seconds since the epoch. */
  readonly nowSeconds: number;
  /** How far it had come before the process ended, if it was under way. */
  readonly begun: Progress | undefined;
  /** Told after each step that is on disk. */
  onProgress(progress: Progress): void;
  /** Lets others have their turn; false to stop for now. */
  pause(): Promise<boolean>;
}

/**
 * Sorts pages, which lie in the order of time, into chunks, which lie by series, and rolls up on the way. A few series at a
 * time, each step one transaction with its progress, so that nothing waits long and nothing is counted twice.
 * @returns whether it came to the end
 */
export async function compact(options: CompactionOptions): Promise<boolean> {
  const { database, begun } = options;
  const ids = database.pageIds();
  const upToPage = begun?.upToPage ?? ids.at(-1);
  if (upToPage === undefined) return true;
  const pages = ids.filter((id) => id <= upToPage).map((id) => database.page(id));
  const series = seriesIn(pages).filter((id) => id > (begun?.doneSeries ?? 0));
  for (let place = 0; place < series.length; place += METRIC_LIMITS.seriesPerTurn) {
    const turn = series.slice(place, place + METRIC_LIMITS.seriesPerTurn);
    const progress = { upToPage, doneSeries: turn.at(-1) as number };
    database.transact(() => {
      sortIn(options, pages, new Set(turn));
      database.putState(PROGRESS_STATE, JSON.stringify(progress));
    });
    options.onProgress(progress);
    if (!(await options.pause())) return false;
  }
  database.transact(() => {
    database.removePages(upToPage);
    database.putState(PROGRESS_STATE, '');
  });
  return true;
}

function seriesIn(pages: readonly Buffer[]): readonly number[] {
  const found = new Set<number>();
  const note = (series: number): boolean => {
    found.add(series);
    return false;
  };
  for (const page of pages) {
    // Nothing is wanted of a page but the names in it.
    for (const _ of decodePage(page, note, false));
  }
  return [...found].sort((a, b) => a - b);
}

function sortIn(options: CompactionOptions, pages: readonly Buffer[], turn: ReadonlySet<number>): void {
  const bySeries = new Map<number, PageEntry[]>();
  for (const page of pages) {
    for (const entry of decodePage(page, (series) => turn.has(series), true)) {
      const entries = bySeries.get(entry.series);
      if (entries === undefined) bySeries.set(entry.series, [entry]);
      else entries.push(entry);
    }
  }
  for (const [series, entries] of bySeries) {
    for (const tier of TIERS) writeChunks(options, series, tier, entries);
    const fine = entries.filter(({ isFine }) => isFine);
    if (fine.length > 0) writeChunks(options, series, FINE_TIER, fine);
    options.database.sawSeries(
      series,
      entries.reduce((latest, { at }) => Math.max(latest, at), 0),
    );
  }
}

function writeChunks(
  { database, retention, nowSeconds }: CompactionOptions,
  series: number,
  { distance, chunkSeconds }: Tier,
  entries: readonly PageEntry[],
): void {
  const oldest = nowSeconds - retention[distance];
  for (const [start, points] of byChunk(entries, distance, chunkSeconds)) {
    if (start + chunkSeconds <= oldest) continue;
    const before = database.chunk(series, distance, start);
    database.putChunk(series, distance, start, mergeIntoChunk(before, start, distance, points));
    // Each new chunk is the moment to forget one that is too old.
    if (before === undefined) database.removeChunks(series, distance, oldest - chunkSeconds);
  }
}

function byChunk(
  entries: readonly PageEntry[],
  distance: number,
  chunkSeconds: number,
): ReadonlyMap<number, readonly TimedPoint[]> {
  const points = new Map<number, Point>();
  for (const { at, point } of entries) {
    const time = at - (at % distance);
    const known = points.get(time);
    points.set(time, known === undefined ? point : mergePoints(known, point));
  }
  const chunks = new Map<number, TimedPoint[]>();
  for (const [at, point] of points) {
    const start = at - (at % chunkSeconds);
    const chunk = chunks.get(start);
    if (chunk === undefined) chunks.set(start, [{ at, point }]);
    else chunk.push({ at, point });
  }
  return chunks;
}
