import type { Block, Expression, Statement } from './ast.ts';
import { readEnd, takeKeyword } from './parse-body.ts';
import type { Parser } from './parser.ts';
import { REST_OF_LINE } from './words.ts';

/** Reads `#if(...)` behind its name, with all its branches. */
export function readIf(parser: Parser): Statement {
  const branches: { condition: Expression; body: Block }[] = [];
  do {
    const condition = readCondition(parser);
    branches.push({ condition, body: parser.block() });
  } while (takeKeyword(parser, 'elseif'));
  const otherwise = takeKeyword(parser, 'else') ? parser.block() : undefined;
  readEnd(parser);
  return { kind: 'if', branches, otherwise };
}

function readCondition(parser: Parser): Expression {
  const { cursor } = parser;
  cursor.skipSpace();
  cursor.expect('(');
  const condition = parser.expression();
  cursor.expect(')');
  cursor.takeMatch(REST_OF_LINE);
  return condition;
}
