import { JavaRegexLimitError, JavaRegexSyntaxError } from './errors.ts';
import { JAVA_REGEX_LIMITS } from './limits.ts';
import type { JavaRegex, Match } from './regex.ts';

/**
 * `String.replaceAll`: in the replacement `$1` and `${name}` mean groups, and a backslash takes the next character as it is.
 * @throws {JavaRegexLimitError} when the result would be too long
 */
export function replaceAll(regex: JavaRegex, text: string, replacement: string): string {
  return replace(regex, regex.findAll(text), text, replacement);
}

/** `String.replaceFirst`. */
export function replaceFirst(regex: JavaRegex, text: string, replacement: string): string {
  const match = regex.find(text);
  return match === undefined ? text : replace(regex, [match], text, replacement);
}

function replace(regex: JavaRegex, matches: Iterable<Match>, text: string, replacement: string): string {
  const parts = readReplacement(replacement);
  let result = '';
  let from = 0;
  for (const match of matches) {
    result += text.slice(from, match.start);
    for (const part of parts) result += typeof part === 'string' ? part : (match.group(part.group) ?? '');
    if (result.length > JAVA_REGEX_LIMITS.maxResultLength) throw new JavaRegexLimitError(regex.source);
    from = match.end;
  }
  return result + text.slice(from);
}

type Part = string | { readonly group: number | string };

const PART = /\\([\s\S])|\$(\d)|\$\{([A-Za-z][A-Za-z0-9]*)\}|([^\\$]+)/y;

/** @throws {JavaRegexSyntaxError} for a `$` or a backslash that means nothing, as Java's IllegalArgumentException */
function readReplacement(replacement: string): Part[] {
  if (!/[\\$]/.test(replacement)) return [replacement];
  const parts: Part[] = [];
  for (let at = 0; at < replacement.length; ) {
    PART.lastIndex = at;
    const match = PART.exec(replacement);
    if (match === null) throw new JavaRegexSyntaxError('Illegal group reference', replacement, at);
    const [whole, escaped, number, name, plain] = match;
    if (number !== undefined) parts.push({ group: Number(number) });
    else if (name !== undefined) parts.push({ group: name });
    else parts.push(escaped ?? plain ?? '');
    at += whole.length;
  }
  return parts;
}
