import type { Expression } from '../syntax/index.ts';
import { arithmetic, isEqual, isOrdered, textOf, type Value } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './render-state.ts';

type Binary = Extract<Expression, { kind: 'binary' }>;

export function compileBinary(expression: Binary, compiler: Compiler): Evaluate {
  const { operator } = expression;
  if (operator === '&&' || operator === '||') return compileLogical(expression, compiler);
  const left = compiler.expression(expression.left);
  const right = compiler.expression(expression.right);
  switch (operator) {
    case '==':
      return (state) => isEqual(left(state), right(state));
    case '!=':
      return (state) => !isEqual(left(state), right(state));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return (state) => isOrdered(operator, left(state), right(state));
    case '+':
      return compileAddition(expression, left, right);
    default:
      return (state) => arithmetic(operator, left(state), right(state));
  }
}

function compileLogical({ operator, left, right }: Binary, compiler: Compiler): Evaluate {
  const first = compiler.condition(left);
  const second = compiler.condition(right);
  if (operator === '&&') return (state) => first(state) && second(state);
  return (state) => first(state) || second(state);
}

/** `+` joins texts when either side is one. */
function compileAddition(expression: Binary, left: Evaluate, right: Evaluate): Evaluate {
  return (state) => {
    const first = left(state);
    const second = right(state);
    if (typeof first !== 'string' && typeof second !== 'string') return arithmetic('+', first, second);
    state.offset = expression.offset;
    return state.checked(textOfSide(first, expression.left) + textOfSide(second, expression.right));
  };
}

/** The text of a side of `+`: where it has no value, the reference as written. */
function textOfSide(value: Value, expression: Expression): string {
  if (value !== null) return textOf(value);
  return expression.kind === 'reference' ? expression.source : '';
}
