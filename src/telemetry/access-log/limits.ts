/** So many characters are gathered before they are written, as nginx's `buffer=64k`. */
export const BATCH_CHARACTERS = 65_536;

/** However few they are, lines are written after this time, as nginx's `flush=1s`; the file's place is looked at as often. */
export const FLUSH_MS = 1_000;

/** Lines that wait for a disk that is slow or full; further ones are dropped. */
export const WAITING_CHARACTERS = 4_194_304;
