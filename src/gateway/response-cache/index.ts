/**
 * The response cache of stages (features A8.5): where responses are kept, behind a seam that does not care whether that is
 * this process's memory. What is cached, under which key and for whom, is decided by the phase in `pipeline/`.
 */
export { cacheCapacityBytes } from './capacity.ts';
export { createMemoryCache, MemoryCache } from './memory-cache.ts';
export type { CachedResponse, SharedCache, StageCache } from './shared-cache.ts';
