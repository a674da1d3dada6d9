/**
 * Event streams, `application/vnd.amazon.eventstream` (Smithy, "Amazon Event Stream Specification"): an operation's answer that
 * consists of events as they come, framed and each with its checksums. Only answers; no operation that is served takes one.
 */
export { encodeEvents, encodeInitialResponse } from './encode-events.ts';
