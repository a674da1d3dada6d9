import type { Expression } from './ast.ts';
import type { Parser } from './parser.ts';

const INTEGER = /-?\d+(?!\d)(?=\.\.|(?!\.|[eE][-+]?\d))/y;
const FLOATING = /-?(?:\d+\.\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)/y;
const WORD = /(?:true|false)(?![A-Za-z0-9_@])/y;

/** Reads a literal or a reference, where Velocity allows no operators: in arguments, lists, maps and ranges. */
export function readOperand(parser: Parser): Expression {
  const { cursor } = parser;
  const char = cursor.peek();
  if (char === '$') return parser.reference() ?? fail(parser);
  if (char === "'" || char === '"') return parser.string();
  if (char === '[') return readListOrRange(parser);
  if (char === '{') return readMap(parser);
  const word = cursor.takeMatch(WORD)?.[0];
  if (word !== undefined) return { kind: 'literal', value: word === 'true' };
  const number = cursor.takeMatch(INTEGER)?.[0] ?? cursor.takeMatch(FLOATING)?.[0];
  return number === undefined ? fail(parser) : { kind: 'number', text: number };
}

function fail(parser: Parser): never {
  throw parser.cursor.unexpected('Expected a value');
}

function readListOrRange(parser: Parser): Expression {
  const { cursor } = parser;
  const { offset } = cursor;
  cursor.at += 1;
  cursor.skipSpace();
  if (cursor.take(']')) return { kind: 'list', items: [] };
  const first = parser.operand();
  cursor.skipSpace();
  if (cursor.take('..')) {
    cursor.skipSpace();
    const to = parser.operand();
    cursor.skipSpace();
    cursor.expect(']');
    return { kind: 'range', from: first, to, offset };
  }
  const items = [first];
  while (!cursor.take(']')) {
    cursor.expect(',');
    cursor.skipSpace();
    items.push(parser.operand());
    cursor.skipSpace();
  }
  return { kind: 'list', items };
}

function readMap(parser: Parser): Expression {
  const { cursor } = parser;
  cursor.at += 1;
  cursor.skipSpace();
  const entries: [Expression, Expression][] = [];
  if (cursor.take('}')) return { kind: 'map', entries };
  for (;;) {
    cursor.skipSpace();
    const key = parser.operand();
    cursor.skipSpace();
    cursor.expect(':');
    cursor.skipSpace();
    entries.push([key, parser.operand()]);
    cursor.skipSpace();
    if (cursor.take('}')) return { kind: 'map', entries };
    cursor.expect(',');
  }
}
