import type { JSX } from 'react';

const format = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
});

/** A moment to the millisecond, in the user's own time zone; in UTC where the mouse rests. */
export function Moment({ atMs }: { readonly atMs: number }): JSX.Element {
  const date = new Date(atMs);
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {format.format(date)}
    </time>
  );
}
