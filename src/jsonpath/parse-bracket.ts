import type { Expression, Step } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { readQuoted } from './read-quoted.ts';

/** Reads `[...]`: a name, an index, several of them, a slice, `*`, a filter, or an index counted from the end. */
export function readBracket(cursor: Cursor, readFilter: (cursor: Cursor) => Expression): Step {
  cursor.at += 1;
  cursor.skipSpace();
  const step = readSelector(cursor, readFilter);
  cursor.expect(']');
  return step;
}

function readSelector(cursor: Cursor, readFilter: (cursor: Cursor) => Expression): Step {
  if (cursor.take('*')) return { kind: 'wildcard' };
  if (cursor.takeMatch(/\?\s*\(/y) !== undefined) {
    const test = cursor.nested(() => readFilter(cursor));
    cursor.expect(')');
    return { kind: 'filter', test };
  }
  if (cursor.peek() === "'" || cursor.peek() === '"') return readNames(cursor);
  const fromEnd = cursor.takeMatch(/\(\s*@\.length\s*-\s*(\d{1,9})\s*\)/y);
  if (fromEnd !== undefined) return { kind: 'fromEnd', distance: Number(fromEnd[1]) };
  const slice = cursor.takeMatch(/(-?\d{1,9})?\s*:\s*(-?\d{1,9})?/y);
  if (slice !== undefined) return { kind: 'slice', from: optional(slice[1]), to: optional(slice[2]) };
  return readIndexes(cursor);
}

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

function readNames(cursor: Cursor): Step {
  const names = readList(cursor, () => readQuoted(cursor));
  const [name] = names;
  return name !== undefined && names.length === 1 ? { kind: 'property', name } : { kind: 'properties', names };
}

function readIndexes(cursor: Cursor): Step {
  const indexes = readList(cursor, () => {
    const digits = cursor.takeMatch(/-?\d{1,9}/y)?.[0];
    if (digits === undefined) throw cursor.error('Expected a name in quotes, an index, * or a filter');
    return Number(digits);
  });
  const [index] = indexes;
  return index !== undefined && indexes.length === 1 ? { kind: 'index', index } : { kind: 'indexes', indexes };
}

function readList<T>(cursor: Cursor, readItem: () => T): T[] {
  const items = [readItem()];
  for (;;) {
    cursor.skipSpace();
    if (!cursor.take(',')) return items;
    cursor.skipSpace();
    items.push(readItem());
  }
}
