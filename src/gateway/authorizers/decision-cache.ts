import { hash } from 'node:crypto';

interface Entry<T> {
  readonly value: T;
  readonly expiresAtMs: number;
  readonly weight: number;
}

/** How long decisions are kept, and how many at most. */
export interface CacheTerms {
  readonly ttlMs: number;
  readonly maxEntries: number;
  /** Of the weights that are given with the decisions. */
  readonly maxWeight: number;
}

/**
 * Decisions by what identifies a caller. Keys are kept as hashes, so that no token stays in memory. The oldest decisions go
 * first when there are too many.
 */
export class DecisionCache<T> {
  readonly #terms: CacheTerms;
  readonly #entries = new Map<string, Entry<T>>();
  #weight = 0;

  constructor(terms: CacheTerms) {
    this.#terms = terms;
  }

  /** The hash by which a caller is known. */
  static keyOf(parts: readonly (readonly string[])[]): string {
    return DecisionCache.keyOfText(JSON.stringify(parts));
  }

  /** The same for a caller who is known by one text. */
  static keyOfText(text: string): string {
    return hash('sha256', text, 'base64');
  }

  get(key: string, nowMs: number): T | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAtMs > nowMs) return entry.value;
    this.#drop(key, entry);
    return undefined;
  }

  /** @param untilMs when the decision ends by itself, if it does so before its time in the cache */
  put(key: string, value: T, weight: number, nowMs: number, untilMs = Infinity): void {
    const known = this.#entries.get(key);
    if (known !== undefined) this.#drop(key, known);
    this.#entries.set(key, { value, weight, expiresAtMs: Math.min(nowMs + this.#terms.ttlMs, untilMs) });
    this.#weight += weight;
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= this.#terms.maxEntries && this.#weight <= this.#terms.maxWeight) return;
      this.#drop(oldest, entry);
    }
  }

  #drop(key: string, { weight }: Entry<T>): void {
    this.#entries.delete(key);
    this.#weight -= weight;
  }
}
