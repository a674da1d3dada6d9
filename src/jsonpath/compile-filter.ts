import type { JavaRegex } from '../java-regex/index.ts';
import type { JsonValue } from '../json/index.ts';
import type { Expression, Operand, PathTree } from './ast.ts';
import { applyOperator } from './operators.ts';
import type { Read, Reading, Test } from './reading.ts';

/** A filter holds paths, a path holds filters: whoever compiles one is told how to compile the other. */
type CompileTree = (tree: PathTree) => Read;

/** Turns a filter's condition into a function of the value under test. */
export function compileFilter(expression: Expression, compileTree: CompileTree): Test {
  switch (expression.kind) {
    case 'or': {
      const left = compileFilter(expression.left, compileTree);
      const right = compileFilter(expression.right, compileTree);
      return (value, reading) => left(value, reading) || right(value, reading);
    }
    case 'and': {
      const left = compileFilter(expression.left, compileTree);
      const right = compileFilter(expression.right, compileTree);
      return (value, reading) => left(value, reading) && right(value, reading);
    }
    case 'not': {
      const operand = compileFilter(expression.operand, compileTree);
      return (value, reading) => !operand(value, reading);
    }
    case 'exists': {
      const read = compileTree(expression.path);
      return (value, reading) => exists(read(value, reading));
    }
    case 'compare': {
      const left = compileOperand(expression.left, compileTree);
      const right = compileOperand(expression.right, compileTree);
      const { operator } = expression;
      return (value, reading) => applyOperator(operator, left(value, reading), right(value, reading));
    }
  }
}

/** A null does not count as being there. */
function exists(found: JsonValue | undefined): boolean {
  return found !== undefined && found !== null;
}

/** What an operand stands for, once the value under test is known. */
export function compileOperand(
  operand: Operand,
  compileTree: CompileTree,
): (value: JsonValue, reading: Reading) => JsonValue | JavaRegex | undefined {
  if (operand.kind === 'literal') return () => operand.value;
  if (operand.kind === 'pattern') return () => operand.regex;
  return compileTree(operand.path);
}
