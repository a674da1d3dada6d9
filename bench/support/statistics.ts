/** The middle value; for an even count the lower of the two, so that it is one that was measured. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** `median (least to most)`, rounded. */
export function spread(values: readonly number[], unit: string): string {
  const round = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  return `${round(median(values))} ${unit} (${round(Math.min(...values))} to ${round(Math.max(...values))})`;
}

/** The value below which a quarter lies (of those that are numbers): what a machine with other work on it comes to when it is left alone for a while. */
export function bestQuarter(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? Number.NaN;
}

/** The value that a share of all does not exceed (nearest rank), such as 0.99; NaN for none. @param sorted ascending */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
