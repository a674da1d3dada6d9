import { type Rate, TokenBucket } from './token-bucket.ts';

/** What a bucket holds, for handing it to another process. */
export interface BucketLevel {
  readonly id: string;
  readonly rate: Rate;
  readonly level: number;
}

/** How many buckets there are before the table looks for full ones for the first time. */
const FIRST_SWEEP = 1_024;

/**
 * Token buckets by id. Full ones are dropped whenever the table has doubled since it last looked, so its size follows the
 * buckets in use and looking costs a constant time a bucket made.
 */
export class BucketTable {
  readonly #buckets = new Map<string, TokenBucket>();
  #sweepAt = FIRST_SWEEP;

  get size(): number {
    return this.#buckets.size;
  }

  /** The bucket of an id at a rate; a full one when it is new. */
  bucket(id: string, rate: Rate, nowMs: number): TokenBucket {
    const known = this.#buckets.get(id);
    if (known === undefined) return this.#add(id, new TokenBucket(rate, nowMs), nowMs);
    if (known.rate !== rate && (known.rate.perSecond !== rate.perSecond || known.rate.burst !== rate.burst)) {
      known.adjust(rate, nowMs);
    }
    return known;
  }

  /** Everything that is not full. */
  levels(nowMs: number): readonly BucketLevel[] {
    return [...this.#buckets]
      .filter(([, bucket]) => !bucket.isFull(nowMs))
      .map(([id, bucket]) => ({ id, rate: bucket.rate, level: bucket.level(nowMs) }));
  }

  /** Takes over what another process counted. Where both counted, the emptier bucket holds. */
  takeOver(levels: readonly BucketLevel[], nowMs: number): void {
    for (const { id, rate, level } of levels) {
      const here = this.#buckets.get(id)?.level(nowMs) ?? level;
      this.#buckets.set(id, new TokenBucket(rate, nowMs, Math.min(here, level)));
    }
  }

  clear(): void {
    this.#buckets.clear();
  }

  #add(id: string, bucket: TokenBucket, nowMs: number): TokenBucket {
    if (this.#buckets.size >= this.#sweepAt) this.#sweep(nowMs);
    this.#buckets.set(id, bucket);
    return bucket;
  }

  #sweep(nowMs: number): void {
    for (const [id, bucket] of this.#buckets) if (bucket.isFull(nowMs)) this.#buckets.delete(id);
    this.#sweepAt = Math.max(FIRST_SWEEP, this.#buckets.size * 2);
  }
}
