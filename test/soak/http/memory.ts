import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What the process holds once everything that nobody refers to is gone. In bytes. */
export interface Memory {
  readonly heap: number;
  /** Buffers outside the heap. */
  readonly buffers: number;
  readonly resident: number;
}

export function memoryAfterCollection(): Memory {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Finalisers that the first one makes due may let go of more.
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed, buffers: external, resident: rss };
}
