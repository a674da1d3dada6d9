import type { Cursor } from './cursor.ts';
import { invalidTerm } from './errors.ts';

/** Reads a text from its first quotation mark to its last. @throws {LogPatternSyntaxError} when it does not end */
export function readQuoted(cursor: Cursor): string {
  return readDelimited(cursor, '"').replaceAll('\\\\', '\\');
}

/** Reads a regular expression from its first percent sign to its last. @throws {LogPatternSyntaxError} when it does not end */
export function readRegex(cursor: Cursor): string {
  return readDelimited(cursor, '%');
}

/** A backslash keeps the sign behind it from ending the text, and stays where it escapes something else. */
function readDelimited(cursor: Cursor, sign: '"' | '%'): string {
  const start = cursor.at;
  cursor.at += 1;
  let text = '';
  while (!cursor.atEnd) {
    const next = cursor.peek();
    cursor.at += 1;
    if (next === sign) return text;
    if (next === '\\' && cursor.peek() === sign) {
      text += sign;
      cursor.at += 1;
    } else if (next === '\\') {
      text += `\\${cursor.peek()}`;
      cursor.at += 1;
    } else {
      text += next;
    }
  }
  throw invalidTerm(cursor.text.slice(start));
}
