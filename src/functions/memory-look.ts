import { LIMITS } from './limits.ts';
import { peakMemoryBytes } from './process-group.ts';

/**
 * Looks up the most memory that a process has had, so often at most: the kernel makes a file of forty lines for it.
 * @param pidOf tells which process, once there is one
 */
export function memoryLook(pidOf: () => number | undefined): () => number | undefined {
  let peakBytes: number | undefined;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = performance.now();
    if (nowMs - lookedAtMs < LIMITS.memoryLookMs) return peakBytes;
    lookedAtMs = nowMs;
    const pid = pidOf();
    peakBytes = pid === undefined ? undefined : peakMemoryBytes(pid);
    return peakBytes;
  };
}
