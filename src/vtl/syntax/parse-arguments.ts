import type { Argument } from './ast.ts';
import type { Parser } from './parser.ts';
import { REST_OF_LINE } from './words.ts';

const WORD = /[A-Za-z_@][A-Za-z0-9_@]*/y;

/**
 * Reads the arguments of a directive, apart by blanks or commas, and the rest of the line behind them.
 * @returns undefined when no parenthesis follows
 */
export function readArguments(parser: Parser): Argument[] | undefined {
  const { cursor } = parser;
  if (cursor.takeMatch(/[ \t\r\n]*\(/y) === undefined) return undefined;
  const args: Argument[] = [];
  for (;;) {
    cursor.skipSpace();
    if (args.length > 0 && cursor.take(',')) cursor.skipSpace();
    if (cursor.take(')')) break;
    args.push(readArgument(parser));
  }
  cursor.takeMatch(REST_OF_LINE);
  return args;
}

function readArgument(parser: Parser): Argument {
  const { cursor } = parser;
  const word = cursor.match(WORD)?.[0];
  if (word === undefined || word === 'true' || word === 'false') return parser.operand();
  cursor.at += word.length;
  return { kind: 'word', word };
}
