import type { Scope } from './scope.ts';

/** The stage that a request was for, as metrics and logs name it. */
export interface ServedStage {
  readonly apiId: string;
  readonly apiName: string;
  readonly scope: Scope;
  /** Of a stage of an HTTP API; absent for REST APIs. */
  readonly protocol?: 'HTTP';
  /** Set where the stage has a cache, so that its hits and misses are counted (telemetry E.1). */
  readonly hasCache?: true;
  readonly stage: string;
  /** Set for the requests of the stage's canary, which are counted by themselves (telemetry E.1). */
  readonly isCanary?: true;
  /** Set for what is counted of one method alone, where the stage has detailed metrics of it (telemetry E.1). */
  readonly method?: ServedMethod;
}

/** A method as detailed metrics name it. */
export interface ServedMethod {
  readonly httpMethod: string;
  readonly resource: string;
}

/** Whether a request was answered from the stage's cache (telemetry E.1: CacheHitCount, CacheMissCount). */
export type CacheResult = 'hit' | 'miss';

/** A request that has been answered: what metrics count and access logs tell (telemetry E.1, E.2). */
export interface ServedRequest {
  readonly requestId: string;
  readonly extendedRequestId: string;
  /** The value of `X-Amzn-Trace-Id` for whoever is called; absent where nobody is. */
  readonly traceId?: string;
  /** When its head had been read, in milliseconds since the epoch. */
  readonly requestTimeEpoch: number;
  readonly sourceIp: string;
  readonly httpMethod: string;
  /** Without the query. */
  readonly path: string;
  /** Undefined when no resource was found. */
  readonly resourcePath: string | undefined;
  /** Such as `HTTP/1.1`. */
  readonly protocol: string;
  readonly userAgent: string | undefined;
  /** 499 when the client went away before it could be answered. */
  readonly status: number;
  /** Bytes of the response's body. */
  readonly responseLength: number;
  /** From the request's head to the last byte given to the connection, with fractions. */
  readonly latencyMs: number;
  /** From the call of the integration to its answer; undefined when none was called. */
  readonly integrationLatencyMs: number | undefined;
  /** Undefined where the method does not cache. */
  readonly cacheResult: CacheResult | undefined;
  /** The API key that opened its method; undefined where none did. */
  readonly apiKey?: { readonly apiKeyId: string } | undefined;
}

/** Is told of each request of one stage, once; what it is given does not change any more. */
export type RequestObserver = (request: ServedRequest) => void;

/** Gives the observer of a stage, asked once a plan; undefined stands for requests that name no deployed stage. */
export type ObserveStage = (stage: ServedStage | undefined) => RequestObserver;
