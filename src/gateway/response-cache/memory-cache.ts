import { MAX_CACHE_BYTES_PER_PROCESS } from '../limits.ts';
import { MemoryStageCache } from './memory-stage-cache.ts';
import type { SharedCache, StageCache } from './shared-cache.ts';

/** Responses in the memory of this process: each stage within its capacity, all together within a limit of the process. */
export class MemoryCache implements SharedCache {
  readonly #stages = new Map<string, MemoryStageCache>();
  readonly #maxBytes: number;
  readonly #now: () => number;
  #bytes = 0;

  /** @param now milliseconds, whatever they count from */
  constructor(maxBytes: number, now: () => number) {
    this.#maxBytes = maxBytes;
    this.#now = now;
  }

  /** What all stages hold together. */
  get bytes(): number {
    return this.#bytes;
  }

  open(apiId: string, stageName: string, capacityBytes: number): StageCache {
    const id = idOf(apiId, stageName);
    const known = this.#stages.get(id);
    if (known?.capacityBytes === capacityBytes) return known;
    known?.clear();
    const stage = new MemoryStageCache(capacityBytes, this.#now, (bytes) => this.#add(bytes));
    this.#stages.set(id, stage);
    return stage;
  }

  flush(apiId: string, stageName: string): void {
    this.#stages.get(idOf(apiId, stageName))?.clear();
  }

  keep(isDeployed: (apiId: string, stageName: string) => boolean): void {
    for (const [id, stage] of this.#stages) {
      const slash = id.indexOf('/');
      if (isDeployed(id.slice(0, slash), id.slice(slash + 1))) continue;
      stage.clear();
      this.#stages.delete(id);
    }
  }

  /** Where there is too much, the stage that holds most gives. */
  #add(bytes: number): void {
    this.#bytes += bytes;
    if (bytes < 0) return;
    while (this.#bytes > this.#maxBytes) {
      const [first, ...others] = this.#stages.values();
      if (first === undefined) return;
      others.reduce((most, stage) => (stage.bytes > most.bytes ? stage : most), first).dropOldest();
    }
  }
}

/** @param now milliseconds, whatever they count from */
export function createMemoryCache(now: () => number): SharedCache {
  return new MemoryCache(MAX_CACHE_BYTES_PER_PROCESS, now);
}

/** Neither an API's id nor a stage's name can hold a slash. */
function idOf(apiId: string, stageName: string): string {
  return `${apiId}/${stageName}`;
}
