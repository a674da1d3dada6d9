import { floating, type JsonValue } from '../json/index.ts';
import { doubleOf, isNumeric, textOf } from './compare-values.ts';

/** What a function gets: the value that the path before it gave, and its own arguments. */
type PathFunction = (value: JsonValue, args: readonly (JsonValue | undefined)[]) => JsonValue | undefined;

/** Jayway's functions (json-path documentation, "Functions"). Undefined: there is no answer for this value. */
const FUNCTIONS: ReadonlyMap<string, PathFunction> = new Map<string, PathFunction>([
  ['length', (value) => (typeof value === 'string' || Array.isArray(value) ? value.length : sizeOfMap(value))],
  ['size', (value) => (typeof value === 'string' || Array.isArray(value) ? value.length : sizeOfMap(value))],
  ['keys', (value) => (value instanceof Map ? [...value.keys()] : undefined)],
  ['min', aggregate((numbers) => numbers.reduce((a, b) => Math.min(a, b)))],
  ['max', aggregate((numbers) => numbers.reduce((a, b) => Math.max(a, b)))],
  ['sum', aggregate(sum)],
  ['avg', aggregate((numbers) => sum(numbers) / numbers.length)],
  ['stddev', aggregate(standardDeviation)],
  [
    'concat',
    (value, args) => [...(Array.isArray(value) ? value : []), ...args].map((item) => textOf(item ?? null)).join(''),
  ],
  [
    'append',
    (value, args) => (Array.isArray(value) ? [...value, ...args.filter((item) => item !== undefined)] : value),
  ],
  ['first', (value) => (Array.isArray(value) ? value[0] : undefined)],
  ['last', (value) => (Array.isArray(value) ? value.at(-1) : undefined)],
  ['index', (value, [at]) => (Array.isArray(value) && typeof at === 'number' ? value.at(at) : undefined)],
]);

export function pathFunction(name: string): PathFunction | undefined {
  return FUNCTIONS.get(name);
}

function sizeOfMap(value: JsonValue): number | undefined {
  return value instanceof Map ? value.size : undefined;
}

/** A function over the numbers of a list and of the arguments, whose answer is a Java `Double`. */
function aggregate(reduce: (numbers: readonly number[]) => number): PathFunction {
  return (value, args) => {
    const items = [...(Array.isArray(value) ? value : []), ...args.flat()];
    const numbers = items
      .filter((item) => isNumeric(item ?? null))
      .map((item) => (isNumeric(item) ? doubleOf(item) : 0));
    return numbers.length === 0 ? undefined : floating(reduce(numbers));
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function standardDeviation(numbers: readonly number[]): number {
  const mean = sum(numbers) / numbers.length;
  return Math.sqrt(sum(numbers.map((number) => (number - mean) ** 2)) / numbers.length);
}
