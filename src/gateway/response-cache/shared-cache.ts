/** A method's response as it is kept: without what belongs to one request. */
export interface CachedResponse {
  readonly status: number;
  /** Names and values in one flat list. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

/** The cached responses of one stage. */
export interface StageCache {
  /** A response that is there and not outdated; at once where it is known here. */
  get(key: string): CachedResponse | undefined | Promise<CachedResponse | undefined>;
  /** Keeps a response for a time, in place of one under the same key. */
  set(key: string, response: CachedResponse, ttlMs: number): void;
}

/** The cached responses of all stages. */
export interface SharedCache {
  /** The cache of a stage. One of another capacity than before begins empty, as on AWS (guide page api-gateway-caching). */
  open(apiId: string, stageName: string, capacityBytes: number): StageCache;
  /** Forgets all responses of a stage. */
  flush(apiId: string, stageName: string): void;
  /** Forgets stages that are deployed no more. */
  keep(isDeployed: (apiId: string, stageName: string) => boolean): void;
}
