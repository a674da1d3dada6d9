import { Collection, type Value } from './value.ts';

/** What `#foreach` goes through: a list's items, a map's values; undefined for what it does not go through. */
export function iterate(value: Value): readonly Value[] | undefined {
  if (Array.isArray(value)) return value;
  if (value instanceof Collection) return value.items;
  return value instanceof Map ? [...value.values()] : undefined;
}
