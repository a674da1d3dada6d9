/** What `stats` sums up: one file for each kind of state that a group must keep. */
export type { Accumulator, Aggregate, NewAccumulator } from './accumulator.ts';
export { countDistinct, distinctValues, mostFrequent } from './distinct.ts';
export { byTime, maximum, minimum, sortsFirst, sortsLast } from './extremes.ts';
export { percentile } from './percentile.ts';
export { average, countAll, countPresent, standardDeviation, sum, variance } from './sums.ts';
