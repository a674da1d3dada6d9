import { FIELD_OVERHEAD_BYTES } from './request-head.ts';

/** What one HTTP/2 connection may ask for. */
export interface H2Limits {
  /** Requests at the same time on one connection; more are refused and may be repeated (RFC 9113 section 8.7). */
  readonly maxConcurrentStreams: number;
  /** Names and values of a request's header fields, and 32 bytes for each field (RFC 9113 section 6.5.2). */
  readonly maxHeaderListBytes: number;
  /** How long a request body may pause, and how long a client may take nothing of a response that waits for it. */
  readonly streamStallMs: number;
  /** How long a connection may stay open without a request. */
  readonly idleMs: number;
  /** Requests given up before their response had been sent: so many at once, */
  readonly abandonedBurst: number;
  /** and so many a second in the long run. A client beyond that is told to calm down, and cut off. */
  readonly abandonedPerSecond: number;
}

/**
 * The limits for API traffic. As many streams as CloudFront and Application Load Balancers grant; the header list is that
 * of HTTP/1.1 heads here; the idle time is AWS's (features A17: 310 s). The rest is ours: the rates let a browser leave a
 * busy page, and stop an attack that opens and resets streams (CVE-2023-44487).
 *
 * What Node and its nghttp2 limit by themselves, without a setting of ours: answers to PING and SETTINGS frames that the
 * client does not read (1,000), RST_STREAM frames (1,000 at once and 33 a second), CONTINUATION frames of one block (8),
 * invalid frames (1,000) and refused streams (100) of one connection, entries of one SETTINGS frame (32).
 */
export const H2_LIMITS: H2Limits = {
  maxConcurrentStreams: 128,
  maxHeaderListBytes: 65_536,
  streamStallMs: 60_000,
  idleMs: 310_000,
  abandonedBurst: 256,
  abandonedPerSecond: 32,
};

/** The most fields that a header list of so many bytes can hold; Node would otherwise take 128. */
export function maxFields(limits: H2Limits): number {
  return Math.floor(limits.maxHeaderListBytes / FIELD_OVERHEAD_BYTES);
}

/** How long a client that was told to leave may keep an idle connection open. */
export const GOODBYE_MS = 1_000;
