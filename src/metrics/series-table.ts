import { MetricStoreFullError } from './errors.ts';
import { METRIC_LIMITS } from './limits.ts';
import type { MetricDatabase } from './storage/index.ts';

/** The numbers of series. Those used last are in memory, the others in the database. */
export class SeriesTable {
  readonly #database: MetricDatabase;
  readonly #maxSeries: number;
  /** The least recently used first. */
  readonly #known = new Map<string, number>();
  #count: number;

  constructor(database: MetricDatabase, maxSeries: number) {
    this.#database = database;
    this.#maxSeries = maxSeries;
    this.#count = database.countSeries();
  }

  find(key: string): number | undefined {
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const found = this.#database.findSeries(key);
    if (found !== undefined) this.#remember(key, found);
    return found;
  }

  /**
   * The numbers of keys, some of which may be new.
   * @param at when they are seen, in seconds since the epoch
   * @throws {MetricStoreFullError} before anything is changed
   */
  findOrAdd(keys: readonly string[], at: number): readonly number[] {
    const found = keys.map((key) => this.find(key));
    const missing = new Set(keys.filter((_, index) => found[index] === undefined));
    if (missing.size === 0) return found as readonly number[];
    if (this.#count + missing.size > this.#maxSeries) {
      throw new MetricStoreFullError(
        `There are ${this.#count} metrics, and no more than ${this.#maxSeries} are kept; each combination of dimensions and unit is one.`,
      );
    }
    const added = new Map<string, number>();
    this.#database.transact(() => {
      for (const key of missing) added.set(key, this.#database.addSeries(key, at));
    });
    this.#count += added.size;
    for (const [key, id] of added) this.#remember(key, id);
    return keys.map((key, index) => found[index] ?? (added.get(key) as number));
  }

  /** It is in the database no more. */
  removed(key: string): void {
    this.#known.delete(key);
    this.#count -= 1;
  }

  clear(): void {
    this.#known.clear();
    this.#count = 0;
  }

  #remember(key: string, id: number): void {
    if (this.#known.size >= METRIC_LIMITS.knownSeries) {
      for (const oldest of this.#known.keys()) {
        this.#known.delete(oldest);
        break;
      }
    }
    this.#known.set(key, id);
  }
}
