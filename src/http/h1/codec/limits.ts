/** What one message may cost its recipient. */
export interface HeadLimits {
  /** Start line and fields together with all line ends; more is refused with 431. */
  readonly maxHeadBytes: number;
  /** The request line without its line end; more is refused with 414. A status line beyond it is refused too. */
  readonly maxStartLineBytes: number;
}

/**
 * The default limits of a head, both above AWS's (features A17: URL 10240 bytes, headers 20480 bytes), so that the
 * pipeline, and not the connection, can answer as AWS does.
 */
export const HEAD_LIMITS: HeadLimits = { maxHeadBytes: 65_536, maxStartLineBytes: 32_768 };

/** Fields of one head or trailer section; beyond it 431. Twice the hundred that nginx and Apache call generous. */
export const MAX_FIELDS = 256;

/** Hexadecimal digits of a chunk size: the most that a number holds exactly (2^52 - 1). */
export const MAX_CHUNK_SIZE_DIGITS = 13;

/** Chunk extensions of a whole body in bytes: Node's own bound (CVE-2024-22019). */
export const MAX_CHUNK_EXTENSION_BYTES = 16_384;

/** Trailer fields of a body in bytes. */
export const MAX_TRAILER_BYTES = 16_384;
