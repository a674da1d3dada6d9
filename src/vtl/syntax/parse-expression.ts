import type { BinaryOperator, Expression } from './ast.ts';
import type { Parser } from './parser.ts';

/** Operators from the loosest to the tightest, with the words that mean the same. */
const LEVELS: readonly ReadonlyMap<string, BinaryOperator>[] = [
  new Map([
    ['||', '||'],
    ['or', '||'],
  ]),
  new Map([
    ['&&', '&&'],
    ['and', '&&'],
  ]),
  new Map([
    ['==', '=='],
    ['eq', '=='],
    ['!=', '!='],
    ['ne', '!='],
  ]),
  new Map([
    ['<=', '<='],
    ['le', '<='],
    ['>=', '>='],
    ['ge', '>='],
    ['<', '<'],
    ['lt', '<'],
    ['>', '>'],
    ['gt', '>'],
  ]),
  new Map([
    ['+', '+'],
    ['-', '-'],
  ]),
  new Map([
    ['*', '*'],
    ['/', '/'],
    ['%', '%'],
  ]),
];

const OPERATOR = /\|\||&&|==|!=|<=|>=|[<>+*/%]|-(?![\d.])|(?:or|and|eq|ne|le|ge|lt|gt)(?![A-Za-z0-9_@])/y;

/** How many operators may stand in a row: each one makes the tree deeper. */
const MAX_OPERATORS = 200;

/** Reads an expression of `#set` or `#if`, blanks around it included. */
export function readExpression(parser: Parser): Expression {
  return readLevel(parser, 0);
}

function readLevel(parser: Parser, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return readUnary(parser);
  const { cursor } = parser;
  let left = readLevel(parser, level + 1);
  for (let count = 0; ; count += 1) {
    const { offset } = cursor;
    const found = cursor.match(OPERATOR)?.[0];
    const operator = found === undefined ? undefined : operators.get(found);
    if (found === undefined || operator === undefined) return left;
    if (count >= MAX_OPERATORS) throw cursor.error('Too many operators in one expression');
    cursor.at += found.length;
    left = { kind: 'binary', operator, left, right: readLevel(parser, level + 1), offset };
  }
}

function readUnary(parser: Parser): Expression {
  const { cursor } = parser;
  cursor.skipSpace();
  if (cursor.takeMatch(/!(?!=)|not(?![A-Za-z0-9_@])/y) !== undefined) {
    return { kind: 'not', operand: parser.nested(() => readUnary(parser)) };
  }
  const primary = cursor.take('(') ? readParenthesised(parser) : parser.operand();
  cursor.skipSpace();
  return primary;
}

function readParenthesised(parser: Parser): Expression {
  const inner = parser.expression();
  parser.cursor.expect(')');
  return inner;
}
