import type { JSX } from 'react';
import { timeFormat } from '../preferences/index.ts';
import { parts as texts } from '../texts/en/parts.ts';

const STYLE = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** A moment in the time zone that the user prefers; the exact one in UTC where the mouse rests. */
export function Time({ date }: { readonly date: Date | undefined }): JSX.Element {
  if (!date) return <>{texts.none}</>;
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {timeFormat(STYLE).format(date)}
    </time>
  );
}
