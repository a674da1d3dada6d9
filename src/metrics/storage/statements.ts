import type Database from 'libsql';

export interface SeriesRow {
  readonly id: number;
  readonly key: string;
  /** When there was data last, in seconds since the epoch; up to ten minutes old. */
  readonly seen: number;
}

export interface ChunkRow {
  /** Seconds since the epoch. */
  readonly start: number;
  readonly data: Buffer;
}

/** What is asked of the database. */
export interface Statements {
  findSeries(key: string): number | undefined;
  countSeries(): number;
  addSeries(key: string, seen: number): number;
  /** Those with keys from one on, without it, in the order of keys. */
  listSeries(after: string, before: string, limit: number): readonly SeriesRow[];
  /** In the order of numbers. */
  seriesAfter(id: number, limit: number): readonly SeriesRow[];
  sawSeries(id: number, at: number): void;
  removeSeries(id: number): void;
  addPage(data: Buffer): void;
  pageIds(): readonly number[];
  page(id: number): Buffer;
  removePages(upTo: number): void;
  chunk(series: number, distance: number, start: number): Buffer | undefined;
  /** Those that start from one time to another, both included. */
  chunks(series: number, distance: number, from: number, to: number): readonly ChunkRow[];
  putChunk(series: number, distance: number, start: number, data: Buffer): void;
  removeChunks(series: number, distance: number, before: number): void;
  state(name: string): string | undefined;
  putState(name: string, value: string): void;
  clear(): void;
}

export function statementsOf(database: Database.Database): Statements {
  const sql = (text: string) => database.prepare(text);
  const rows = (text: string) => sql(text).raw();
  const findSeries = rows('select id from series where key = ?');
  const countSeries = rows('select count(*) from series');
  const addSeries = sql('insert into series (key, seen) values (?, ?)');
  const listSeries = rows('select id, key, seen from series where key > ? and key < ? order by key limit ?');
  const seriesAfter = rows('select id, key, seen from series where id > ? order by id limit ?');
  const sawSeries = sql('update series set seen = max(seen, ?) where id = ?');
  const removeSeries = sql('delete from series where id = ?');
  const addPage = sql('insert into page (data) values (?)');
  const pageIds = rows('select id from page order by id');
  const page = rows('select data from page where id = ?');
  const removePages = sql('delete from page where id <= ?');
  const chunk = rows('select data from chunk where series = ? and distance = ? and start = ?');
  const chunks = rows(
    'select start, data from chunk where series = ? and distance = ? and start between ? and ? order by start',
  );
  const putChunk = sql('insert or replace into chunk (series, distance, start, data) values (?, ?, ?, ?)');
  const removeChunks = sql('delete from chunk where series = ? and distance = ? and start < ?');
  const state = rows('select value from state where name = ?');
  const putState = sql('insert or replace into state (name, value) values (?, ?)');
  const first = <Value>(row: unknown): Value | undefined => (row as readonly [Value] | undefined)?.[0];
  const seriesRows = (found: unknown): readonly SeriesRow[] =>
    (found as readonly (readonly [number, string, number])[]).map(([id, key, seen]) => ({ id, key, seen }));
  return {
    findSeries: (key) => first(findSeries.get(key)),
    countSeries: () => first<number>(countSeries.get()) ?? 0,
    addSeries: (key, seen) => Number(addSeries.run(key, seen).lastInsertRowid),
    listSeries: (after, before, limit) => seriesRows(listSeries.all(after, before, limit)),
    seriesAfter: (id, limit) => seriesRows(seriesAfter.all(id, limit)),
    sawSeries: (id, at) => void sawSeries.run(at, id),
    removeSeries: (id) => void removeSeries.run(id),
    // A lone object would be taken for named parameters.
    addPage: (data) => void addPage.run([data]),
    pageIds: () => (pageIds.all() as readonly (readonly [number])[]).map(([id]) => id),
    page: (id) => first<Buffer>(page.get(id)) ?? Buffer.alloc(0),
    removePages: (upTo) => void removePages.run(upTo),
    chunk: (series, distance, start) => first(chunk.get(series, distance, start)),
    chunks: (series, distance, from, to) =>
      (chunks.all(series, distance, from, to) as readonly (readonly [number, Buffer])[]).map(([start, data]) => ({
        start,
        data,
      })),
    putChunk: (series, distance, start, data) => void putChunk.run(series, distance, start, data),
    removeChunks: (series, distance, before) => void removeChunks.run(series, distance, before),
    state: (name) => first(state.get(name)),
    putState: (name, value) => void putState.run(name, value),
    clear: () => database.exec('delete from series; delete from page; delete from chunk'),
  };
}
