import type { JavaRegex } from '../java-regex/index.ts';
import type { JsonValue } from '../json/index.ts';
import { compareValues, equalValues, sameType, textOf } from './compare-values.ts';

/** What stands on a side of an operator: a value, a pattern, or `undefined` where a path found nothing. */
export type Side = JsonValue | JavaRegex | undefined;
export type Operator = (left: JsonValue, right: JsonValue) => boolean;

const isIn: Operator = (left, right) => Array.isArray(right) && right.some((item) => equalValues(item, left));
const contains: Operator = (left, right) => {
  if (typeof left === 'string') return typeof right === 'string' && left.includes(right);
  return isIn(right, left);
};
const subsetOf: Operator = (left, right) => Array.isArray(left) && left.every((item) => isIn(item, right));
const anyOf: Operator = (left, right) => Array.isArray(left) && left.some((item) => isIn(item, right));

/** Jayway's operators between two values (json-path documentation, "Filter Operators"). */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['==', equalValues],
  ['!=', (left, right) => !equalValues(left, right)],
  ['===', (left, right) => sameType(left, right) && equalValues(left, right)],
  ['!==', (left, right) => !(sameType(left, right) && equalValues(left, right))],
  ['<', (left, right) => (compareValues(left, right) ?? 0) < 0],
  ['<=', (left, right) => (compareValues(left, right) ?? 1) <= 0],
  ['>', (left, right) => (compareValues(left, right) ?? 0) > 0],
  ['>=', (left, right) => (compareValues(left, right) ?? -1) >= 0],
  ['in', isIn],
  ['nin', (left, right) => !isIn(left, right)],
  ['contains', contains],
  ['all', (left, right) => subsetOf(right, left)],
  ['subsetof', subsetOf],
  ['anyof', anyOf],
  ['noneof', (left, right) => Array.isArray(left) && !anyOf(left, right)],
  ['size', (left, right) => typeof right === 'number' && sizeOf(left) === right],
  ['empty', (left, right) => sizeOf(left) !== undefined && (sizeOf(left) === 0) === right],
]);

export function isOperator(name: string): boolean {
  return name === '=~' || OPERATORS.has(name.toLowerCase());
}

/** Applies an operator. A side that a path did not find makes every operator but `nin` false. */
export function applyOperator(name: string, left: Side, right: Side): boolean {
  if (name === '=~') return matches(left, right);
  if (left === undefined || right === undefined) return name === 'nin';
  if (isRegex(left) || isRegex(right)) return false;
  return OPERATORS.get(name)?.(left, right) ?? false;
}

function isRegex(side: Side): side is JavaRegex {
  return typeof side === 'object' && side !== null && 'matches' in side;
}

/** A pattern must match a whole text, or the whole of one item of a list. */
function matches(left: Side, right: Side): boolean {
  const [regex, value] = isRegex(left) ? [left, right] : [right, left];
  if (!isRegex(regex) || value === undefined || isRegex(value)) return false;
  const candidates = Array.isArray(value) ? value : [value];
  return candidates.some((item) => regex.matches(textOf(item)));
}

function sizeOf(value: JsonValue): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value instanceof Map ? value.size : undefined;
}
