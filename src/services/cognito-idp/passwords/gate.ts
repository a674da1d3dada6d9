import { tooManyRequests } from '../errors.ts';

/** Runs work that costs much memory a few at a time; the rest waits, and what would wait too long is refused. */
export interface Gate {
  /** @throws {ServiceError} `TooManyRequestsException` when too many wait already */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running >= atOnce) {
        if (queue.length >= waiting) throw tooManyRequests('Too many requests');
        await new Promise<void>((resolve) => queue.push(resolve));
      } else running++;
      try {
        return await work();
      } finally {
        // The place goes over to who waits longest.
        const next = queue.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
