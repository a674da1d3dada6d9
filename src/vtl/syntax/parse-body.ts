import type { Block } from './ast.ts';
import type { Parser } from './parser.ts';
import { DIRECTIVE_NAME, REST_OF_LINE } from './words.ts';

/** Reads a directive's block and its `#end`. */
export function readBody(parser: Parser): Block {
  const body = parser.block();
  readEnd(parser);
  return body;
}

/** Steps over `#end` and the rest of its line. */
export function readEnd(parser: Parser): void {
  if (!takeKeyword(parser, 'end')) throw parser.cursor.unexpected('Expected #end');
}

/** Steps over `#name`; behind `#end` and `#else` over the rest of the line, too. */
export function takeKeyword(parser: Parser, name: 'end' | 'else' | 'elseif'): boolean {
  const { cursor } = parser;
  const match = cursor.match(DIRECTIVE_NAME);
  if (match === undefined || (match[1] ?? match[2]) !== name) return false;
  cursor.at += match[0].length;
  if (name !== 'elseif') cursor.takeMatch(REST_OF_LINE);
  return true;
}
