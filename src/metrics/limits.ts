/**
 * How points are kept: how far apart, in seconds, and how many lie in one row of the database. A row is what is read and
 * written at once: large enough that a month is read in a few hundred rows, small enough to be written anew again and again.
 */
export interface Tier {
  readonly distance: 1 | 60 | 300 | 3_600;
  readonly chunkSeconds: number;
}

export const FINE_TIER: Tier = { distance: 1, chunkSeconds: 600 };
/** Coarser ones last. */
export const TIERS: readonly Tier[] = [
  { distance: 60, chunkSeconds: 3_600 },
  { distance: 300, chunkSeconds: 43_200 },
  { distance: 3_600, chunkSeconds: 604_800 },
];

/** For how many seconds points of each distance are kept. */
export type Retention = Readonly<Record<Tier['distance'], number>>;

const DAY = 86_400;

/** CloudWatch's (user guide, "Metrics retention"). */
export const CLOUDWATCH_RETENTION: Retention = { 1: 10_800, 60: 15 * DAY, 300: 63 * DAY, 3600: 455 * DAY };

/** Ours. */
export const METRIC_LIMITS = {
  /** Metrics, each of its dimensions and units by itself. */
  series: 100_000,
  /** Series whose numbers are in memory. */
  knownSeries: 20_000,
  /** Points in memory, before they are written before their minute is over. */
  pendingPoints: 50_000,
  /** Pages before they are sorted into chunks. */
  pages: 10,
  /** Series that are sorted in one turn of the event loop. */
  seriesPerTurn: 10,
  /** How often what is too old is looked for. */
  sweepSeconds: DAY,
} as const;
