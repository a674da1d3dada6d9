import type { Cursor } from './cursor.ts';

/** Reads a string in single or double quotes; a backslash takes the next character as it is. */
export function readQuoted(cursor: Cursor): string {
  const match = cursor.takeMatch(/'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"/y);
  if (match === undefined) throw cursor.error('Expected a string with a closing quote');
  return (match[1] ?? match[2] ?? '').replace(/\\([\s\S])/g, '$1');
}
