import { checkPrefix } from './keys.ts';
import type { PageRequest } from './store.ts';

/** A stretch of ids in code point order: what a listing reads, as an index range. */
export interface IdRange {
  /** The first id that may be in it. */
  readonly from: string;
  /** The first id that is no longer in it; absent when the range has no end. */
  readonly before?: string;
}

const LAST_CODE_POINT = 0x10ffff;
const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/**
 * The ids that begin with `prefix` and come after `after` and before `before`.
 * @throws {InvalidKeyError}
 */
export function idRange({ prefix = '', after, before: given }: PageRequest): IdRange {
  checkPrefix(prefix);
  checkPrefix(after ?? '');
  checkPrefix(given ?? '');
  // No id holds U+0000, so the very next id after any other is that id with U+0001 behind it.
  const next = after === undefined ? '' : `${after}\u0001`;
  const from = compareIds(next, prefix) > 0 ? next : prefix;
  const end = endOfPrefix(prefix);
  const before = end === undefined || (given !== undefined && compareIds(given, end) < 0) ? given : end;
  return before === undefined ? { from } : { from, before };
}

/** Orders ids by code point. JavaScript's own `<` goes by UTF-16 code unit, which puts U+10000 before U+FFFF. */
export function compareIds(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** Moves surrogates, which stand for the code points above U+FFFF, behind all other code units. */
function codePointRank(unit: number): number {
  const isSurrogate = unit >= FIRST_SURROGATE && unit < AFTER_SURROGATES;
  return isSurrogate ? unit + 0x10000 : unit;
}

/** The first text that comes after every text beginning with `prefix`; undefined when there is none. */
function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  for (let point = points.pop(); point !== undefined; point = points.pop()) {
    if (point === LAST_CODE_POINT) continue;
    const next = point + 1 === FIRST_SURROGATE ? AFTER_SURROGATES : point + 1;
    return String.fromCodePoint(...points, next);
  }
  return undefined;
}
