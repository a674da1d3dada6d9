import { applyEdits, format } from 'jsonc-parser';
import { readJson } from './read-json.ts';

/** Indented as AWS's console does; numbers, escapes and names that stand twice stay as they were written. Undefined for what is no JSON. */
export function formatJson(text: string): string | undefined {
  if (readJson(text).problems.length > 0) return undefined;
  return applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' }));
}

/** The same, and what is no JSON as it is. */
export function indented(text: string): string {
  return formatJson(text) ?? text;
}
