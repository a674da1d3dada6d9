/** What one log group's file gathers before it writes, as the access log does. */
export const GROUP_BATCH_BYTES = 65_536;

/** Files of log groups that a process has open; the one that was written longest ago is closed for another. Ours. */
export const OPEN_GROUPS = 32;

/** A log group's file is moved to `NAME.log.1` when it is larger, so that a group takes twice this on disk at most. Ours. */
export const GROUP_FILE_BYTES = 67_108_864;

/** How long a disk that a log group's file could not be opened on is left alone. Ours. */
export const RETRY_MS = 1_000;

/** What is gathered for the log store before it is sent, and of one stream before it is packed: 1,800 lines of an access log or so. Ours. */
export const BATCH_BYTES = 524_288;

/** Of streams that have less, so much is packed in one go, or one. More would be no smaller, and requests would wait for it. Ours. */
export const PIECE_BYTES = 16_384;

/** After what was packed in one go, requests are served for so long before more is. Ours. */
export const PIECE_PAUSE_MS = 10;

/** However few they are, events are sent after this time, so that `aws logs tail --follow` shows them soon. Ours. */
export const BATCH_DELAY_MS = 250;

/** So much may be on its way to the log store; beyond it events are lost. Ours. */
export const UNSENT_BYTES = 16_777_216;

/** Streams whose memory is kept for what they write next. Ours. */
export const SPARE_WRITERS = 4;
