import { isNumeric } from '../numbers.ts';
import { Collection, isHostObject, MapEntry, Renderable, type Value } from '../value.ts';
import { BOOLEAN_METHODS } from './boolean.ts';
import { LIST_METHODS, SET_METHODS } from './list.ts';
import { ENTRY_METHODS, MAP_METHODS } from './map.ts';
import { NUMBER_METHODS } from './number.ts';
import { STRING_METHODS } from './string.ts';
import { applyMethod } from './table.ts';

/**
 * `$value.name(args)`: only what stands in the tables can be called.
 * @returns null when there is no such method for these arguments, or when it gives nothing
 * @throws {MethodError} when the method refuses its arguments
 */
export function callMethod(value: Value, name: string, args: readonly Value[]): Value {
  return applicable(value, name, args) ?? null;
}

function applicable(value: Value, name: string, args: readonly Value[]): Value | undefined {
  if (typeof value === 'string') return applyMethod(STRING_METHODS, value, name, args);
  if (value instanceof Map) return applyMethod(MAP_METHODS, value, name, args);
  if (Array.isArray(value)) return applyMethod(LIST_METHODS, value, name, args);
  if (isHostObject(value)) return value.call(name, args);
  if (value === null) return null;
  if (typeof value === 'boolean') return applyMethod(BOOLEAN_METHODS, value, name, args);
  if (isNumeric(value)) return applyMethod(NUMBER_METHODS, value, name, args);
  if (value instanceof Collection) {
    return applyMethod(value.kind === 'list' ? LIST_METHODS : SET_METHODS, value, name, args);
  }
  if (value instanceof MapEntry) return applyMethod(ENTRY_METHODS, value, name, args);
  return value instanceof Renderable && name === 'toString' && args.length === 0 ? value.text() : null;
}
