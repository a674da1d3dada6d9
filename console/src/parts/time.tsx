import type { JSX } from 'react';
import { parts as texts } from '../texts/en/parts.ts';

const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment in the user's own time zone; the exact one in UTC where the mouse rests. */
export function Time({ date }: { readonly date: Date | undefined }): JSX.Element {
  if (!date) return <>{texts.none}</>;
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {format.format(date)}
    </time>
  );
}
