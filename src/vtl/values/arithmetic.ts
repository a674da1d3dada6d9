import { VALUE_LIMITS } from './limits.ts';
import { MethodError } from './method-error.ts';
import { double, doubleOf, integer, isInteger, isNumeric, type Numeric } from './numbers.ts';
import type { Value } from './value.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/**
 * Velocity's arithmetic: integers stay integers however large (Java widens them), a floating-point side makes the result
 * one. Null for anything that is no number, and for a division by zero, which Velocity gives up, too.
 */
export function arithmetic(operator: ArithmeticOperator, left: Value, right: Value): Numeric | null {
  if (!isNumeric(left) || !isNumeric(right)) return null;
  if ((operator === '/' || operator === '%') && doubleOf(right) === 0) return null;
  if (!isInteger(left) || !isInteger(right)) return double(onDoubles(operator, doubleOf(left), doubleOf(right)));
  if (typeof left === 'number' && typeof right === 'number') {
    const result = Math.trunc(onDoubles(operator, left, right));
    if (Number.isSafeInteger(result)) return integer(result);
  }
  return bounded(onIntegers(operator, BigInt(left), BigInt(right)));
}

const LARGEST = 10n ** BigInt(VALUE_LIMITS.maxDigits);

/** Integers that grow without bound would soon take seconds to multiply. */
function bounded(value: bigint): number | bigint {
  if (value < LARGEST && value > -LARGEST) return integer(value);
  throw new MethodError(`An integer has more than ${VALUE_LIMITS.maxDigits} digits`);
}

function onDoubles(operator: ArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function onIntegers(operator: ArithmeticOperator, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}
