import type { Span } from './span.ts';

/** How many stretches of time lie over each other at most. */
export function mostAtOnce(spans: readonly Pick<Span, 'minMs' | 'maxMs'>[]): number {
  const begins = Float64Array.from(spans.map(({ minMs }) => minMs)).sort();
  const ends = Float64Array.from(spans.map(({ maxMs }) => maxMs)).sort();
  let most = 0;
  let ended = 0;
  for (let begun = 1; begun <= begins.length; begun++) {
    while ((ends[ended] as number) < (begins[begun - 1] as number)) ended += 1;
    most = Math.max(most, begun - ended);
  }
  return most;
}
