import type { LogPosition } from '../../../model/index.ts';

/** AWS's ids are 56 digits, of which the first are the event's time: the time times 2 to the power of 144, and what tells events of one time apart. */
const DIGITS = 56;
const TIME_SHIFT = 144n;
/** A sequence needs 53 bits. */
const SEQUENCE_SHIFT = 80n;

/** The id of an event, by its position in its group. */
export function eventId({ timestampMs, sequence }: LogPosition): string {
  const id = (BigInt(timestampMs) << TIME_SHIFT) | (BigInt(sequence) << SEQUENCE_SHIFT);
  return id.toString().padStart(DIGITS, '0');
}

/** Undefined for what is no id. */
export function positionOfEventId(id: string): LogPosition | undefined {
  if (!/^\d{56}$/.test(id)) return undefined;
  const value = BigInt(id);
  const timestampMs = Number(value >> TIME_SHIFT);
  const sequence = Number((value & ((1n << TIME_SHIFT) - 1n)) >> SEQUENCE_SHIFT);
  return Number.isSafeInteger(timestampMs) && Number.isSafeInteger(sequence) ? { timestampMs, sequence } : undefined;
}
