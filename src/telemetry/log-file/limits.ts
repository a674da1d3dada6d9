/** So many bytes are gathered before they are written, as nginx's `buffer=64k`. */
export const BATCH_BYTES = 65_536;

/** However few they are, lines are written after this time, as nginx's `flush=1s`; the file's place is looked at as often. */
export const FLUSH_MS = 1_000;
