import type { Output } from '../../aws/index.ts';
import type { Period } from '../period/index.ts';

export type LogEvent = NonNullable<Output<'logs', 'filterLogEvents'>['events']>[number];

export interface FoundEvents {
  /** The oldest first. */
  readonly events: readonly LogEvent[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}

/** Where looking back begins: short enough for a busy group, and four times as far at every step. */
const FIRST_SPAN_MS = 60_000;
const WIDER = 4;

/**
 * The last events of a time. FilterLogEvents gives the oldest first and ends where a page is full, so the time is read from its end, a
 * span at a time.
 * @param read the first events of a span, both of its ends included
 * @param most how many are wanted
 */
export async function latestEvents(
  read: (span: Period) => Promise<FoundEvents>,
  { startMs, endMs }: Period,
  most: number,
): Promise<FoundEvents> {
  let found: readonly LogEvent[] = [];
  let spanEndMs = endMs;
  let spanMs = FIRST_SPAN_MS;
  while (spanEndMs >= startMs && found.length < most) {
    const spanStartMs = Math.max(startMs, spanEndMs - spanMs + 1);
    const { events, isCut } = await read({ startMs: spanStartMs, endMs: spanEndMs });
    // More than are shown fall into one millisecond: no shorter span would have its last.
    const isShortest = spanStartMs === spanEndMs;
    if (isCut && !isShortest) {
      spanMs = Math.ceil((spanEndMs - spanStartMs + 1) / WIDER);
      continue;
    }
    found = [...events, ...found];
    spanEndMs = spanStartMs - 1;
    spanMs *= WIDER;
  }
  return { events: found.slice(-most), isCut: found.length > most || spanEndMs >= startMs };
}
