import type { LogGroupRef } from '../../../model/index.ts';
import type { FilterValue } from '../metric-filters/index.ts';

const MINUTE_MS = 60_000;
/** Events of a minute still come in some time after its end. */
const LATENESS_MS = 5_000;

interface Watched {
  readonly group: LogGroupRef;
  readonly value: FilterValue;
  /** Minutes in which events came, by their starts; whether one of them matched, and when the last came in. */
  readonly minutes: Map<number, { hasMatch: boolean; seenMs: number }>;
}

/**
 * Minutes in which a group had events and a filter matched none of them: then its default value is reported (user guide, "Configuring
 * metric values for a metric filter").
 */
export class DefaultValues {
  private readonly watched = new Map<string, Watched>();

  /** @param key tells the filter from all others */
  note(
    key: string,
    group: LogGroupRef,
    value: FilterValue,
    event: { timestampMs: number; isMatch: boolean; nowMs: number },
  ): void {
    const watched = this.watched.get(key) ?? { group, value, minutes: new Map() };
    this.watched.set(key, watched);
    const start = Math.floor(event.timestampMs / MINUTE_MS) * MINUTE_MS;
    const minute = watched.minutes.get(start) ?? { hasMatch: false, seenMs: 0 };
    minute.hasMatch ||= event.isMatch;
    minute.seenMs = event.nowMs;
    watched.minutes.set(start, minute);
  }

  get isEmpty(): boolean {
    return this.watched.size === 0;
  }

  /** Gives what is to be reported of the minutes that are over, and forgets them. */
  *over(
    nowMs: number,
  ): Generator<{ readonly group: LogGroupRef; readonly value: FilterValue; readonly timestampMs: number }> {
    for (const [key, { group, value, minutes }] of this.watched) {
      for (const [timestampMs, { hasMatch, seenMs }] of minutes) {
        if (nowMs < Math.max(timestampMs + MINUTE_MS, seenMs) + LATENESS_MS) continue;
        minutes.delete(timestampMs);
        if (!hasMatch) yield { group, value, timestampMs };
      }
      if (minutes.size === 0) this.watched.delete(key);
    }
  }
}
