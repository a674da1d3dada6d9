import type { Statement } from './ast.ts';
import type { Parser } from './parser.ts';
import { REST_OF_LINE, SET_START } from './words.ts';

/** Reads `#set($target = expression)`, with the blanks before it and the rest of the line behind it. */
export function readSet(parser: Parser): Statement {
  const { cursor } = parser;
  const { offset } = cursor;
  cursor.takeMatch(SET_START);
  cursor.skipSpace();
  const target = parser.reference();
  if (target === undefined) throw cursor.unexpected('#set needs a reference');
  cursor.skipSpace();
  cursor.expect('=');
  const value = parser.expression();
  cursor.expect(')');
  cursor.takeMatch(REST_OF_LINE);
  return { kind: 'set', target, value, offset };
}
