import type { LogGroupRef } from '../../../model/index.ts';
import { keyOf } from './group-filters.ts';

const MINUTE_MS = 60_000;
/** Events of a minute still come in some time after its end. */
const LATENESS_MS = 5_000;

interface Watched {
  readonly group: LogGroupRef;
  readonly filterName: string;
  /** Minutes in which events came, by their starts; whether one of them matched, and when the last came in. */
  readonly minutes: Map<number, { hasMatch: boolean; seenMs: number }>;
}

/**
 * Minutes in which a group had events and a filter matched none of them: then its default value is reported, if there still is such
 * a filter (user guide, "Configuring metric values for a metric filter").
 */
export class DefaultValues {
  private readonly watched = new Map<string, Watched>();

  note(group: LogGroupRef, filterName: string, event: { timestampMs: number; isMatch: boolean; nowMs: number }): void {
    const key = `${keyOf(group)}:${filterName}`;
    const watched = this.watched.get(key) ?? { group, filterName, minutes: new Map() };
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

  /** Gives the minutes that are over and had no match, and forgets them. */
  *over(
    nowMs: number,
  ): Generator<{ readonly group: LogGroupRef; readonly filterName: string; readonly timestampMs: number }> {
    for (const [key, { group, filterName, minutes }] of this.watched) {
      for (const [timestampMs, { hasMatch, seenMs }] of minutes) {
        if (nowMs < Math.max(timestampMs + MINUTE_MS, seenMs) + LATENESS_MS) continue;
        minutes.delete(timestampMs);
        if (!hasMatch) yield { group, filterName, timestampMs };
      }
      if (minutes.size === 0) this.watched.delete(key);
    }
  }
}
