import { MethodError } from './method-error.ts';
import { callMethod } from './methods/index.ts';
import { isHostObject, listItems, type Value } from './value.ts';

/** `$value.name`: an entry of a map, a property of a host object, or what `getName()` or `isName()` gives. */
export function getProperty(value: Value, name: string): Value {
  if (value instanceof Map) return value.get(name) ?? null;
  if (value === null) return null;
  if (isHostObject(value)) return value.get(name) ?? null;
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return callMethod(value, `get${capital}`, []) ?? callMethod(value, `is${capital}`, []);
}

/**
 * `$value[index]`. A negative index counts from the end of a list.
 * @throws {MethodError} when a list has no such position
 */
export function getIndex(value: Value, index: Value): Value {
  if (value instanceof Map) return value.get(index) ?? null;
  const items = listItems(value);
  if (items !== undefined) return typeof index === 'number' ? (items[position(items, index)] ?? null) : null;
  if (typeof index === 'number' && index < 0) throw new MethodError(`Index ${index} needs a list`);
  return isHostObject(value) && typeof index === 'string' ? (value.get(index) ?? null) : null;
}

/** `#set($value.name = item)`; what cannot be set stays as it is. */
export function setProperty(value: Value, name: string, item: Value): void {
  if (value instanceof Map) value.set(name, item);
  else if (isHostObject(value)) value.set?.(name, item);
}

/** `#set($value[index] = item)`. @throws {MethodError} when a list has no such position */
export function setIndex(value: Value, index: Value, item: Value): void {
  const items = listItems(value);
  if (value instanceof Map) value.set(index, item);
  else if (items !== undefined && typeof index === 'number') items[position(items, index)] = item;
  else if (isHostObject(value) && typeof index === 'string') value.set?.(index, item);
}

function position(items: readonly Value[], index: number): number {
  const at = index < 0 ? items.length + index : index;
  if (at < 0 || at >= items.length) {
    throw new MethodError(`Index ${index} is out of bounds for a list of ${items.length}`);
  }
  return at;
}
