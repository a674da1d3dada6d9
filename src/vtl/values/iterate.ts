import { Collection, type Value } from './value.ts';

/** What a `#foreach` goes through. */
export interface Iteration {
  readonly items: readonly Value[];
  /** How many items the list or map itself has by now: a loop must not change that. */
  size(): number;
}

/** A list's items, a map's values; undefined for what `#foreach` does not go through. */
export function iterate(value: Value): Iteration | undefined {
  if (value instanceof Map) return { items: [...value.values()], size: () => value.size };
  if (Array.isArray(value)) return { items: [...value], size: () => value.length };
  if (!(value instanceof Collection)) return undefined;
  const { items, map } = value;
  return { items: [...items], size: () => map?.size ?? items.length };
}
