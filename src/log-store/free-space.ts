import { statfsSync } from 'node:fs';
import { SPACE_CHECK_MS } from './limits.ts';

/**
 * Watches how much room a disk has.
 * @param nowMs milliseconds that never go backwards
 * @returns whether there is less than what is to be left; looked up at most once a second
 */
export function watchSpace(folder: string, reservedBytes: number, nowMs: () => number): () => boolean {
  let checkedAtMs = Number.NEGATIVE_INFINITY;
  let isShort = false;
  return () => {
    if (nowMs() - checkedAtMs < SPACE_CHECK_MS) return isShort;
    checkedAtMs = nowMs();
    try {
      const { bavail, bsize } = statfsSync(folder);
      isShort = bavail * bsize < reservedBytes;
    } catch {
      // The folder is not there yet, or the system does not tell: writing will.
      isShort = false;
    }
    return isShort;
  };
}
