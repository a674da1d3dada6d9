import type { TimestampFormat } from '../schema/index.ts';
import { SerializationError } from './serialization-error.ts';

const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const HTTP_DATE = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d(\.\d+)? GMT$/;
const EPOCH_SECONDS = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Reads a timestamp (Smithy, `timestampFormat`). All three formats are taken wherever one is due: they cannot be confused,
 * and older clients send another than today's.
 * @throws {SerializationError} for anything else
 */
export function parseTimestamp(text: string): Date {
  if (EPOCH_SECONDS.test(text)) return epochSeconds(Number(text));
  const date = new Date(DATE_TIME.test(text) || HTTP_DATE.test(text) ? text : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new SerializationError(`Could not parse timestamp: ${text}`);
  return date;
}

/** @throws {SerializationError} beyond what a date can be */
export function epochSeconds(seconds: number): Date {
  const date = new Date(Math.round(seconds * 1000));
  if (Number.isNaN(date.getTime())) throw new SerializationError(`Could not parse timestamp: ${seconds}`);
  return date;
}

/** Seconds with a fraction of milliseconds, as a number. */
export function toEpochSeconds(date: Date): number {
  return date.getTime() / 1000;
}

export function formatTimestamp(date: Date, format: TimestampFormat): string {
  switch (format) {
    case 'epoch-seconds':
      return String(toEpochSeconds(date));
    case 'http-date':
      return date.toUTCString();
    case 'date-time':
      return date.toISOString().replace('.000Z', 'Z');
  }
}
