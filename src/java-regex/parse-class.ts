import type { CharSet } from './ast.ts';
import { intersection, not, one, range, union } from './char-sets.ts';
import type { Cursor } from './cursor.ts';
import { readCharEscape, setOf } from './parse-escape.ts';

/** How deep classes may stand inside each other. */
const MAX_NESTING = 50;

/** Reads a class `[...]`, whose opening bracket has been read: ranges, negation, union and intersection (`&&`). */
export function readClass(cursor: Cursor, nesting = 0): CharSet {
  if (nesting > MAX_NESTING) throw cursor.error('Too many nested character classes');
  const negated = cursor.take('^');
  const operands: CharSet[] = [];
  let members: CharSet[] = [];
  for (let first = true; ; first = false) {
    if (cursor.atEnd) throw cursor.error('Unclosed character class');
    if (cursor.peek() === ']' && !first) break;
    if (cursor.take('&&')) {
      if (members.length > 0) operands.push(union(members));
      members = [];
    } else if (cursor.take('[')) {
      members.push(readClass(cursor, nesting + 1));
    } else {
      members.push(readMember(cursor));
    }
  }
  cursor.at += 1;
  if (members.length > 0) operands.push(union(members));
  const set = intersection(operands);
  return negated ? not(set) : set;
}

function readMember(cursor: Cursor): CharSet {
  if (cursor.take('\\')) {
    const escaped = readCharEscape(cursor);
    return escaped.kind === 'set' ? escaped.set : readRange(cursor, escaped.code);
  }
  return readRange(cursor, cursor.next());
}

function readRange(cursor: Cursor, from: number): CharSet {
  const isRange = cursor.peek() === '-' && !/^-(?:\]|\[|$|&&)/.test(cursor.pattern.slice(cursor.at, cursor.at + 3));
  if (!isRange) return one(from);
  cursor.at += 1;
  const upper = cursor.take('\\') ? readCharEscape(cursor) : { kind: 'char' as const, code: cursor.next() };
  if (upper.kind === 'set') return union([one(from), one(45), setOf(upper)]);
  if (upper.code < from) throw cursor.error('Illegal character range');
  return range(from, upper.code);
}
