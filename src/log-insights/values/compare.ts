import { compareNatural } from './natural-order.ts';
import { numberOf, Structure, textOf, type Value } from './value.ts';

/** Whether two values are equal: as numbers when both read as numbers, else as text. Nothing equals a structure. */
export function areEqual(left: Value, right: Value): boolean {
  if (left === undefined || right === undefined || left instanceof Structure || right instanceof Structure)
    return false;
  if (typeof left === 'string' && left === right) return true;
  const numbers = bothNumbers(left, right);
  if (numbers) return numbers[0] === numbers[1];
  if (typeof left === 'boolean') return left === (textOf(right)?.toLowerCase() === 'true') && isBooleanText(right);
  if (typeof right === 'boolean') return areEqual(right, left);
  return textOf(left) === textOf(right);
}

/** Below, at or above zero as the first value is less, equal or more; undefined where there is no order between them. */
export function compareValues(left: Value, right: Value): number | undefined {
  if (left === undefined || right === undefined || left instanceof Structure || right instanceof Structure) {
    return undefined;
  }
  const numbers = bothNumbers(left, right);
  if (numbers) return numbers[0] - numbers[1];
  const [a, b] = [textOf(left), textOf(right)];
  return a === undefined || b === undefined ? undefined : a < b ? -1 : Number(a > b);
}

/**
 * The order of `sort asc`: what is missing, then values that are no numbers in natural order, then numbers (user guide, `sort`).
 */
export function sortOrder(left: Value, right: Value): number {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return a - b;
  if (a !== undefined) return 1;
  if (b !== undefined) return -1;
  const [textA, textB] = [textOf(left), textOf(right)];
  if (textA === undefined || textB === undefined) return Number(textA !== undefined) - Number(textB !== undefined);
  return compareNatural(textA, textB);
}

function bothNumbers(left: Value, right: Value): readonly [number, number] | undefined {
  const a = numberOf(left);
  if (a === undefined) return undefined;
  const b = numberOf(right);
  return b === undefined ? undefined : [a, b];
}

function isBooleanText(value: Value): boolean {
  return typeof value === 'string' && /^(true|false)$/i.test(value);
}
