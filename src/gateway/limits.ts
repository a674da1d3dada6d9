import type { EndpointType, LimitProfile } from '../model/index.ts';
import type { Rate } from '../rate-limit/index.ts';

/** Every limit and default of the data plane, once, with its source. */

/** What a request or response is refused for; what AWS has no limit for, and what is left to the HTTP engine, is `Infinity`. */
export interface GatewayLimits {
  /** A body that passes through from client to backend or back. */
  readonly passedBodyBytes: number;
  /** Names, values, separators and line ends of all header fields. */
  readonly headerBytes: Readonly<Record<EndpointType, number>>;
  /** Path and query. */
  readonly urlBytes: Readonly<Record<EndpointType, number>>;
  /** `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/VERB/path`. */
  readonly methodArnBytes: number;
  /** What all APIs of an account together may serve in a region; undefined for no limit. */
  readonly accountThrottle: Rate | undefined;
  /** The longest pause in an answer that streams, in milliseconds. */
  readonly streamIdleMs: Readonly<Record<EndpointType, number>>;
  /** Of an answer that streams, so much goes as fast as it can; the rest at the rate that follows. */
  readonly streamFullSpeedBytes: number;
  readonly streamBytesPerSecond: number;
}

/** A body that is gathered in memory, under any profile; AWS's limit of a payload (features A17, A2.12). */
export const MAX_PAYLOAD_BYTES = 10_485_760;

/** Features A17, fact D15; guide page api-gateway-execution-service-limits-table. None of these can be raised. */
const RELAXED: GatewayLimits = {
  passedBodyBytes: MAX_PAYLOAD_BYTES,
  headerBytes: { REGIONAL: 20_480, EDGE: 20_480, PRIVATE: 8_000 },
  urlBytes: { REGIONAL: 10_240, EDGE: 8_192, PRIVATE: 8_192 },
  methodArnBytes: 1_600,
  accountThrottle: undefined,
  // Fact D71; guide page response-transfer-mode.
  streamIdleMs: { REGIONAL: 300_000, EDGE: 30_000, PRIVATE: 300_000 },
  streamFullSpeedBytes: 10_485_760,
  streamBytesPerSecond: Infinity,
};

/**
 * The throttle of an account (features A1.14). It is also what a plan's or a method's throttle is where that leaves a limit out:
 * none can exceed it (guide, usage plans).
 */
export const ACCOUNT_RATE_PER_SECOND = 10_000;
export const ACCOUNT_BURST = 5_000;

const NONE = { REGIONAL: Infinity, EDGE: Infinity, PRIVATE: Infinity } as const;

export const GATEWAY_LIMITS: Readonly<Record<LimitProfile, GatewayLimits>> = {
  /** With what can be raised, or protects AWS alone: the account's throttle (features A1.14, fact D113), a stream's rate (D71). */
  aws: {
    ...RELAXED,
    streamBytesPerSecond: 2_097_152,
    accountThrottle: { perSecond: ACCOUNT_RATE_PER_SECOND, burst: ACCOUNT_BURST },
  },
  relaxed: RELAXED,
  /** The engine bounds heads (`HEAD_LIMITS` in `src/http`); a body that passes through is never in memory as a whole. */
  off: {
    passedBodyBytes: Infinity,
    headerBytes: NONE,
    urlBytes: NONE,
    methodArnBytes: Infinity,
    accountThrottle: undefined,
    streamIdleMs: NONE,
    streamFullSpeedBytes: Infinity,
    streamBytesPerSecond: Infinity,
  },
};

/** Larger request bodies of a known length are passed on as they come in instead of being gathered first. Ours. */
export const GATHER_BODY_BYTES = 65_536;

/** How much of a Lambda error message a selection pattern is tried on. Ours: it bounds what a bad pattern can cost. */
export const MAX_SELECTION_INPUT_LENGTH = 4_096;

/** Different warnings that one compiled stage gives before it falls silent. Ours. */
export const MAX_WARNINGS_PER_STAGE = 100;

/** API keys that a worker knows by sight, 128 characters each at most (fact D110), so that they fill no memory. Ours. */
export const MAX_SHOWN_KEYS = 4_096;

/** The memory of recent requests. Ours: what explaining may cost, and hold, however many requests there are. */
export const RECENT_LIMITS = {
  /** Requests of a stage that are traced so that they can be remembered; one that fails beyond them is remembered without its phases. */
  tracedPerSecond: 100,
  /** Those of them that are kept. */
  failedPerSecond: 20,
  othersPerSecond: 10,
  bytesPerProcess: 8_388_608,
} as const;

/** What an explained request shows of each body. Ours. */
export const EXPLAINED_BODY_BYTES = 16_384;

/** What is kept of each body that a trace tells of, for requests that are looked into later. Ours. */
export const TRACED_BODY_BYTES = 1_024;

/** How long the test of a method is waited for, and what is kept of a response that comes in pieces (fact D72). */
export const METHOD_TEST = { timeoutMs: 35_000, responseBytes: 1_048_576 } as const;

/** The largest response that is cached: headers and body (features A8.5, A17). */
export const MAX_CACHED_BYTES = 1_048_576;

/** What the caches of all stages may hold in one process, whatever their cluster sizes add up to. Ours. */
export const MAX_CACHE_BYTES_PER_PROCESS = 268_435_456;
/** How often the targets of a VPC link are looked at while it is used: the shortest interval of a network load balancer's health check. */
export const TARGET_CHECK_EVERY_MS = 5_000;

/** How long a target may take to accept a connection when it is looked at. Ours. */
export const TARGET_CHECK_TIMEOUT_MS = 2_000;

/** Without a request for so long, the targets of a VPC link are no longer looked at. Ours. */
export const TARGET_UNUSED_MS = 60_000;
