import { Decimal } from '../../json/index.ts';
import { doubleOf, isInteger, isNumeric, type Numeric } from './numbers.ts';
import { textOf } from './text.ts';
import { Collection, listItems, MapEntry, type Value } from './value.ts';
import { CHARACTERS_A_STEP, work } from './work.ts';

export type Ordering = '<' | '<=' | '>' | '>=';

/** Velocity's `==`: numbers by value, things of one kind as Java's `equals`, of different kinds by their text. */
export function isEqual(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
  if (kindOf(left) === kindOf(right)) return equalObjects(left, right);
  return textOf(left) === textOf(right);
}

/** Velocity's `<` and its kin, which know numbers only: anything else is false. */
export function isOrdered(operator: Ordering, left: Value, right: Value): boolean {
  if (left === null || right === null || !isNumeric(left) || !isNumeric(right)) return false;
  const order = compareNumbers(left, right);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Java's `equals`: an integer never equals a floating-point number. */
export function equalObjects(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (isNumeric(left)) {
    return isNumeric(right) && isInteger(left) === isInteger(right) && compareNumbers(left, right) === 0;
  }
  if (left instanceof Map) return right instanceof Map && equalMaps(left, right);
  if (left instanceof MapEntry) {
    return right instanceof MapEntry && equalObjects(left.key, right.key) && equalObjects(left.value, right.value);
  }
  const leftItems = listItems(left);
  const rightItems = listItems(right);
  return leftItems !== undefined && rightItems !== undefined && equalItems(leftItems, rightItems);
}

/** Below, at or above zero; NaN when one of them is. */
export function compareNumbers(left: Numeric, right: Numeric): number {
  if (isInteger(left) && isInteger(right)) return left < right ? -1 : Number(left > right);
  return Math.sign(doubleOf(left) - doubleOf(right));
}

function equalItems(left: readonly Value[], right: readonly Value[]): boolean {
  work(CHARACTERS_A_STEP + left.length);
  return left.length === right.length && left.every((item, index) => equalObjects(item, right[index] ?? null));
}

function equalMaps(left: ReadonlyMap<Value, Value>, right: ReadonlyMap<Value, Value>): boolean {
  work(CHARACTERS_A_STEP + left.size);
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || !equalObjects(value, right.get(key) ?? null)) return false;
  return true;
}

function kindOf(value: Value): string {
  if (listItems(value) !== undefined) return 'list';
  if (value instanceof Map) return 'map';
  if (value instanceof Collection) return 'set';
  if (value instanceof Decimal) return 'number';
  return typeof value;
}
