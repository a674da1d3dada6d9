import { MethodError } from './method-error.ts';
import { Collection, type Value } from './value.ts';

/** What a `#foreach` goes through. */
export interface Iteration {
  readonly items: readonly Value[];
  /**
   * Whether there is another item after so many.
   * @throws {MethodError} when the list or map has changed in the meantime, as Java's iterators do
   */
  hasNext(count: number): boolean;
}

/** A list's items, a map's values; undefined for what `#foreach` does not go through. */
export function iterate(value: Value): Iteration | undefined {
  if (value instanceof Map) return overMap([...value.values()], value);
  if (Array.isArray(value)) return overList(value);
  if (!(value instanceof Collection)) return undefined;
  return value.map === undefined ? overList(value.items) : overMap(value.items, value.map);
}

function overList(list: readonly Value[]): Iteration {
  const size = list.length;
  return {
    items: list,
    hasNext(count) {
      if (count === list.length) return false;
      if (list.length !== size) throw changed();
      return true;
    },
  };
}

function overMap(items: readonly Value[], map: ReadonlyMap<Value, Value>): Iteration {
  const { size } = map;
  return {
    items,
    hasNext(count) {
      if (count >= items.length) return false;
      if (map.size !== size) throw changed();
      return true;
    },
  };
}

function changed(): MethodError {
  return new MethodError('A list or map was changed while #foreach went through it');
}
