import type { CachedResponse, StageCache } from './shared-cache.ts';

interface Entry {
  readonly response: CachedResponse;
  readonly bytes: number;
  readonly validUntilMs: number;
}

/** What an entry costs beside its texts and its body. */
const ENTRY_BYTES = 256;

/** The responses of one stage, least recently used first. */
export class MemoryStageCache implements StageCache {
  readonly capacityBytes: number;
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  readonly #count: (bytes: number) => void;
  #bytes = 0;

  /** @param count is told of bytes that come (positive) and go (negative) */
  constructor(capacityBytes: number, now: () => number, count: (bytes: number) => void) {
    this.capacityBytes = capacityBytes;
    this.#now = now;
    this.#count = count;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): CachedResponse | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (entry.validUntilMs <= this.#now()) {
      this.#add(-entry.bytes);
      return undefined;
    }
    this.#entries.set(key, entry);
    return entry.response;
  }

  set(key: string, response: CachedResponse, ttlMs: number): void {
    const before = this.#entries.get(key);
    if (before !== undefined) this.#drop(key, before);
    const bytes = sizeOf(key, response);
    if (bytes > this.capacityBytes) return;
    this.#dropOutdated();
    while (this.#bytes + bytes > this.capacityBytes) this.dropOldest();
    this.#entries.set(key, { response, bytes, validUntilMs: this.#now() + ttlMs });
    this.#add(bytes);
  }

  dropOldest(): void {
    for (const [key, entry] of this.#entries) {
      this.#drop(key, entry);
      return;
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#add(-this.#bytes);
  }

  /** Looks at two entries for each that comes, so that what nobody asks for any more does not stay for ever. */
  #dropOutdated(): void {
    let looked = 0;
    for (const [key, entry] of this.#entries) {
      if (looked++ === 2) return;
      if (entry.validUntilMs <= this.#now()) this.#drop(key, entry);
    }
  }

  #drop(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#add(-entry.bytes);
  }

  #add(bytes: number): void {
    this.#bytes += bytes;
    this.#count(bytes);
  }
}

function sizeOf(key: string, { headers, body }: CachedResponse): number {
  return headers.reduce((sum, text) => sum + text.length, ENTRY_BYTES + key.length) + body.length;
}
