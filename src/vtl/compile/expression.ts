import type { Expression } from '../syntax/index.ts';
import { Collection, parseLiteral, type Value } from '../values/index.ts';
import { compileBinary } from './binary.ts';
import type { Compiler } from './compiler.ts';
import { compileRange } from './range.ts';
import type { Evaluate, Test } from './render-state.ts';

export function compileExpression(expression: Expression, compiler: Compiler): Evaluate {
  switch (expression.kind) {
    case 'reference':
      return compiler.reference(expression);
    case 'literal':
      return constant(expression.value);
    case 'number':
      return constant(parseLiteral(expression.text));
    case 'interpolation': {
      const run = compiler.block(expression.body);
      return (state) => state.capture(run);
    }
    case 'list': {
      const items = expression.items.map((item) => compiler.expression(item));
      return (state) => {
        const values = items.map((item) => item(state));
        return new Collection('list', values);
      };
    }
    case 'map':
      return compileMap(expression, compiler);
    case 'range':
      return compileRange(expression, compiler);
    case 'not':
      return compiler.condition(expression);
    case 'binary':
      return compileBinary(expression, compiler);
  }
}

function constant(value: Value): Evaluate {
  return () => value;
}

function compileMap(expression: Extract<Expression, { kind: 'map' }>, compiler: Compiler): Evaluate {
  const entries = expression.entries.map(
    ([key, value]) => [compiler.expression(key), compiler.expression(value)] as const,
  );
  return (state) => new Map(entries.map(([key, value]) => [key(state), value(state)]));
}

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);

/**
 * What an expression is worth as a condition. A reference is true when it has a value that is not `false`; literals other
 * than `true`, and results of arithmetic, are false (Velocity 1.7).
 */
export function compileCondition(expression: Expression, compiler: Compiler): Test {
  switch (expression.kind) {
    case 'reference': {
      const evaluate = compiler.reference(expression);
      return (state) => {
        const value = evaluate(state);
        return value !== null && value !== false;
      };
    }
    case 'literal':
      return () => expression.value === true;
    case 'not': {
      const operand = compiler.condition(expression.operand);
      return (state) => !operand(state);
    }
    case 'binary': {
      if (ARITHMETIC.has(expression.operator)) return () => false;
      const evaluate = compiler.expression(expression);
      return (state) => evaluate(state) === true;
    }
    default:
      return () => false;
  }
}
