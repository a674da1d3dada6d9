/**
 * HTTP/1.1 messages as bytes (RFC 9110, RFC 9112): heads are read and written, bodies told from what frames them. Pure:
 * nothing here knows of sockets, time or memory that is shared. Everything ambiguous is refused with a `MessageError`.
 */
export type { BodyDecoder, BytesTarget } from './body-decoder.ts';
export { bodyDecoder } from './choose-decoder.ts';
export { CHUNK_END, chunkSizeLine, LAST_CHUNK } from './chunked-encoder.ts';
export { DateLine } from './date-line.ts';
export { type WrittenFields, writeFields, writtenFields } from './fields-writer.ts';
export { interimHead, type ResponseFraming, requestHead, responseHead, type SentLength } from './head-writer.ts';
export { HEAD_LIMITS, type HeadLimits } from './limits.ts';
export { MessageError } from './message-error.ts';
export { isIdempotent } from './methods.ts';
export { type RequestHead, RequestHeadReader } from './request-head.ts';
export { type ResponseHead, ResponseHeadReader } from './response-head.ts';
