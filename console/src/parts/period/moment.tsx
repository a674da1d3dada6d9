import type { JSX } from 'react';
import { timeFormat } from '../../preferences/index.ts';

const STYLE = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
} as const;

/** A moment to the millisecond, in the time zone that the user prefers; in UTC where the mouse rests. */
export function Moment({ atMs }: { readonly atMs: number }): JSX.Element {
  const date = new Date(atMs);
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {timeFormat(STYLE).format(date)}
    </time>
  );
}
