import type { Expression, Operand } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { isOperator } from './operators.ts';

type ReadOperand = (cursor: Cursor) => Operand;

/** Reads a condition: `&&` binds tighter than `||`, `!` tighter than both. */
export function readExpression(cursor: Cursor, readOperand: ReadOperand): Expression {
  let left = readConjunction(cursor, readOperand);
  for (;;) {
    cursor.skipSpace();
    if (!cursor.take('||')) return left;
    left = { kind: 'or', left, right: readConjunction(cursor, readOperand) };
  }
}

function readConjunction(cursor: Cursor, readOperand: ReadOperand): Expression {
  let left = readTerm(cursor, readOperand);
  for (;;) {
    cursor.skipSpace();
    if (!cursor.take('&&')) return left;
    left = { kind: 'and', left, right: readTerm(cursor, readOperand) };
  }
}

function readTerm(cursor: Cursor, readOperand: ReadOperand): Expression {
  cursor.skipSpace();
  if (cursor.peek() === '!' && cursor.path[cursor.at + 1] !== '=') {
    cursor.at += 1;
    return { kind: 'not', operand: cursor.nested(() => readTerm(cursor, readOperand)) };
  }
  if (cursor.take('(')) {
    const inner = cursor.nested(() => readExpression(cursor, readOperand));
    cursor.expect(')');
    return inner;
  }
  return readComparison(cursor, readOperand);
}

function readComparison(cursor: Cursor, readOperand: ReadOperand): Expression {
  const left = readOperand(cursor);
  cursor.skipSpace();
  const operator = cursor.takeMatch(/===|!==|==|!=|<=|>=|<|>|=~|[A-Za-z]+/y)?.[0];
  if (operator === undefined) {
    if (left.kind !== 'path') throw cursor.error('Expected an operator');
    return { kind: 'exists', path: left.path };
  }
  if (!isOperator(operator)) throw cursor.error(`Unknown operator ${operator}`);
  return { kind: 'compare', operator: operator.toLowerCase(), left, right: readOperand(cursor) };
}
