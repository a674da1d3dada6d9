import type { CharSet } from './ast.ts';
import { DIGIT, HORIZONTAL_SPACE, namedSet, not, one, SPACE, VERTICAL_SPACE, WORD } from './char-sets.ts';
import type { Cursor } from './cursor.ts';

const SETS: ReadonlyMap<string, CharSet> = new Map<string, CharSet>([
  ['d', DIGIT],
  ['D', not(DIGIT)],
  ['w', WORD],
  ['W', not(WORD)],
  ['s', SPACE],
  ['S', not(SPACE)],
  ['h', HORIZONTAL_SPACE],
  ['H', not(HORIZONTAL_SPACE)],
  ['v', VERTICAL_SPACE],
  ['V', not(VERTICAL_SPACE)],
]);

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['r', 13],
  ['f', 12],
  ['a', 7],
  ['e', 27],
]);

/** What an escape in or outside of a class stands for, once its backslash has been read. */
export type EscapedChar =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'char'; readonly code: number };

/** Reads an escape that means a character or a set of characters. */
export function readCharEscape(cursor: Cursor): EscapedChar {
  const letter = cursor.peek();
  const set = SETS.get(letter);
  if (set !== undefined) {
    cursor.at += 1;
    return { kind: 'set', set };
  }
  if (letter === 'p' || letter === 'P') return { kind: 'set', set: readProperty(cursor) };
  const control = CONTROLS.get(letter);
  if (control !== undefined) {
    cursor.at += 1;
    return { kind: 'char', code: control };
  }
  return { kind: 'char', code: readCodePoint(cursor) };
}

function readProperty(cursor: Cursor): CharSet {
  const negated = cursor.peek() === 'P';
  cursor.at += 1;
  const name = cursor.takeMatch(/\{\^?([A-Za-z_=]+)\}|([A-Z])/y);
  if (name === undefined) throw cursor.error('Unknown character property');
  const set = namedSet(name[1] ?? name[2] ?? '');
  if (set === undefined) throw cursor.error(`Unknown character property name {${name[1] ?? name[2]}}`);
  return negated ? not(set) : set;
}

function readCodePoint(cursor: Cursor): number {
  const hexadecimal = cursor.takeMatch(/x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|x\{([0-9a-fA-F]{1,6})\}/y);
  if (hexadecimal !== undefined) {
    const code = Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? hexadecimal[3] ?? '', 16);
    if (code > 0x10ffff) throw cursor.error('Hexadecimal code point is too big');
    return code;
  }
  const octal = cursor.takeMatch(/0([0-3]?[0-7]{1,2})/y);
  if (octal !== undefined) return Number.parseInt(octal[1] ?? '', 8);
  const control = cursor.takeMatch(/c([\s\S])/y);
  if (control !== undefined) return (control[1] ?? '').charCodeAt(0) ^ 64;
  if (/[A-Za-z]/.test(cursor.peek())) throw cursor.error('Illegal/unsupported escape sequence');
  return cursor.next();
}

/** One of a character or a set, as a set. */
export function setOf(escaped: EscapedChar): CharSet {
  return escaped.kind === 'set' ? escaped.set : one(escaped.code);
}
