import { compileJavaRegex, replaceAll } from '../../java-regex/index.ts';
import { QueryLimitError } from '../errors.ts';
import { QUERY_LIMITS } from '../limits.ts';
import { isTrue, numberOf, Structure, textOf } from '../values/index.ts';
import { any, type FunctionTable, ofTexts } from './table.ts';

/** User guide, "String functions". Tests answer 1 or 0. */
export const STRINGS: FunctionTable = {
  isempty: any(1, 1, ([value]) => Number((textOf(value) ?? '') === '')),
  isblank: any(1, 1, ([value]) => Number((textOf(value) ?? '').trim() === '')),
  concat: any(1, 'many', (args) => args.reduce<string>((text, each) => bounded(text + (textOf(each) ?? '')), '')),
  ltrim: any(1, 2, ([value, characters]) => trim(textOf(value), textOf(characters), true, false)),
  rtrim: any(1, 2, ([value, characters]) => trim(textOf(value), textOf(characters), false, true)),
  trim: any(1, 2, ([value, characters]) => trim(textOf(value), textOf(characters), true, true)),
  strlen: ofTexts(1, 1, (text) => [...text].length),
  toupper: ofTexts(1, 1, (text) => text.toUpperCase()),
  tolower: ofTexts(1, 1, (text) => text.toLowerCase()),
  substr: any(2, 3, ([value, start, length]) => {
    const text = textOf(value);
    const from = Math.max(0, Math.trunc(numberOf(start) ?? 0));
    const count = length === undefined ? Number.POSITIVE_INFINITY : Math.trunc(numberOf(length) ?? 0);
    return text?.slice(from, count < 0 ? from : from + count);
  }),
  replace: ofTexts(3, 3, (text, wanted, replacement) => {
    if (wanted === '') return text;
    const pieces = text.split(wanted);
    checkLength(text.length + pieces.length * replacement.length);
    return pieces.join(replacement);
  }),
  regexreplace: ofTexts(3, 3, (text, pattern, replacement) => bounded(replaceAll(regexOf(pattern), text, replacement))),
  strcontains: any(2, 3, ([value, wanted, ignoresCase]) => {
    const [text = '', part = ''] = [textOf(value), textOf(wanted)];
    const isFound = isTrue(ignoresCase) ? text.toLowerCase().includes(part.toLowerCase()) : text.includes(part);
    return Number(value !== undefined && isFound);
  }),
  startswith: any(2, 2, ([value, part]) => Number(textOf(value)?.startsWith(textOf(part) ?? '') ?? false)),
  endswith: any(2, 2, ([value, part]) => Number(textOf(value)?.endsWith(textOf(part) ?? '') ?? false)),
  // A text of UTF-16 units that are no characters cannot be encoded otherwise.
  urlencode: ofTexts(1, 1, (text) => encodeURIComponent(Buffer.from(text).toString())),
  urldecode: ofTexts(1, 1, (text) => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return undefined;
    }
  }),
  base64encode: ofTexts(1, 1, (text) => Buffer.from(text).toString('base64')),
  base64decode: ofTexts(1, 1, (text) => Buffer.from(text, 'base64').toString('utf8')),
  split: ofTexts(2, 2, (text, delimiter) => new Structure(text.split(delimiter))),
  hextoascii: ofTexts(1, 1, (text) =>
    /^([0-9a-fA-F]{2})*$/.test(text) ? Buffer.from(text, 'hex').toString('latin1') : undefined,
  ),
  hextodec: ofTexts(1, 1, (text) => (/^(0x)?[0-9a-f]+$/i.test(text) ? Number.parseInt(text, 16) : undefined)),
  dectohex: any(1, 1, ([value]) => {
    const number = Math.trunc(numberOf(value) ?? Number.NaN);
    return Number.isFinite(number) ? `${number < 0 ? '-' : ''}0x${Math.abs(number).toString(16)}` : undefined;
  }),
};

/** Without characters of its own, white space is taken away; with them, any of them. */
function trim(text: string | undefined, characters: string | undefined, left: boolean, right: boolean) {
  if (text === undefined) return undefined;
  const isTrimmed = (unit: string): boolean =>
    characters === undefined ? unit.trim() === '' : characters.includes(unit);
  let start = 0;
  let end = text.length;
  while (left && start < end && isTrimmed(text[start] ?? '')) start += 1;
  while (right && end > start && isTrimmed(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}

let lastRegex = compileJavaRegex('');

/** The pattern is nearly always the same for all events. */
function regexOf(pattern: string) {
  if (lastRegex.source !== pattern) lastRegex = compileJavaRegex(pattern);
  return lastRegex;
}

function bounded(text: string): string {
  checkLength(text.length);
  return text;
}

function checkLength(length: number): void {
  if (length > QUERY_LIMITS.maxTextLength)
    throw new QueryLimitError('A function of the query makes a text that is too long.');
}
