import type { JavaRegex } from './regex.ts';

/**
 * `String.split(regex, limit)`: an empty match at the very beginning splits nothing; with limit 0 empty strings at the
 * end are dropped.
 */
export function split(regex: JavaRegex, text: string, limit = 0): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of regex.findAll(text)) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (match.end === 0) continue;
    if (match.start === match.end && match.start >= text.length) continue;
    parts.push(text.slice(from, match.start));
    from = match.end;
  }
  if (parts.length === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return parts;
}
