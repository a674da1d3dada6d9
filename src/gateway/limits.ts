/** Every limit and default of the data plane, once, with its source. */

/** Method, headers and body of one request and its response (features A17, A2.12). */
export const MAX_PAYLOAD_BYTES = 10_485_760;

/** Names, values, separators and line ends of all header fields (features A17, fact D15). */
export const MAX_HEADER_BYTES = 20_480;

/** Path and query, for a regional API (features A17, fact D15). */
export const MAX_URL_BYTES_REGIONAL = 10_240;

/** Path and query, for an edge-optimized or private API (features A17, fact D15). */
export const MAX_URL_BYTES_EDGE = 8_192;

/** `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/VERB/path` (fact D15). */
export const MAX_METHOD_ARN_BYTES = 1_600;

/** Larger request bodies of a known length are passed on as they come in instead of being gathered first. Ours. */
export const GATHER_BODY_BYTES = 65_536;

/** A selection pattern's longest text, so that compiling it costs nothing to speak of. Ours; AWS names no limit. */
export const MAX_SELECTION_PATTERN_LENGTH = 1_024;

/** How much of a Lambda error message a selection pattern is tried on. Ours: it bounds what a bad pattern can cost. */
export const MAX_SELECTION_INPUT_LENGTH = 4_096;

/** Different warnings that one compiled stage gives before it falls silent. Ours. */
export const MAX_WARNINGS_PER_STAGE = 100;

/** What a plan's throttle is where it leaves a limit out: the account's, which no plan can exceed (guide, usage plans; features A1.14). */
export const ACCOUNT_RATE_PER_SECOND = 10_000;
export const ACCOUNT_BURST = 5_000;
