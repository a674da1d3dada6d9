/** Runs work that costs much memory a few at a time; the rest waits, and what would wait too long is refused. */
export interface Gate {
  /** @throws what `tooMany` makes, when too many wait already */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** @param waiting how many may wait */
export function createGate(
  { atOnce, waiting }: { readonly atOnce: number; readonly waiting: number },
  tooMany: () => Error,
): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running >= atOnce) {
        if (queue.length >= waiting) throw tooMany();
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
