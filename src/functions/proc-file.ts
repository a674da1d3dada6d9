import { closeSync, openSync, readSync } from 'node:fs';

/** Longer than any file that is read here, but for lists of children, which are cut. */
const MOST_BYTES = 65_536;
let shared: Buffer | undefined;

/**
 * Reads a file of /proc (proc(5)) into memory that is used again. `readFileSync` takes 64 KB for each, since these files have no length:
 * looked at many times a second, they kept the garbage collector at work.
 * @returns undefined where it tells nothing: what it tells of is gone, it is hidden, or there is no /proc
 */
export function readProcFile(path: string): string | undefined {
  shared ??= Buffer.allocUnsafeSlow(MOST_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (let read = -1; read !== 0 && length < MOST_BYTES; length += read) {
        read = readSync(file, shared, length, MOST_BYTES - length, null);
      }
      return shared.toString('latin1', 0, length);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
