import { isInteger, isNumeric, type Numeric } from '../numbers.ts';
import { Collection, type Value, type ValueMap } from '../value.ts';
import type { Parameter } from './table.ts';

export const anything: Parameter<Value> = (_value): _value is Value => true;
export const text: Parameter<string> = (value): value is string => typeof value === 'string';
export const truth: Parameter<boolean> = (value): value is boolean => typeof value === 'boolean';
/** Java's `int`: an integer of 32 bits. */
export const int: Parameter<number> = (value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
export const anyInteger: Parameter<number | bigint> = (value): value is number | bigint =>
  isNumeric(value) && isInteger(value);
export const numeric: Parameter<Numeric> = isNumeric;
export const map: Parameter<ValueMap> = (value): value is ValueMap => value instanceof Map;
export const collection: Parameter<Value[] | Collection> = (value): value is Value[] | Collection =>
  Array.isArray(value) || value instanceof Collection;

/** The items of a list or a set. */
export function itemsOf(value: Value[] | Collection): Value[] {
  return Array.isArray(value) ? value : value.items;
}
