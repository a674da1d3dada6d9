import { equalObjects } from '../compare.ts';
import { textOf } from '../text.ts';
import { Collection, MapEntry, type Value, type ValueMap } from '../value.ts';
import { anything, map } from './parameters.ts';
import { method, methodTable, VOID } from './table.ts';

function remove(self: ValueMap, key: Value): Value {
  const before = self.get(key) ?? null;
  self.delete(key);
  return before;
}

function put(self: ValueMap, key: Value, value: Value): Value {
  const before = self.get(key) ?? null;
  self.set(key, value);
  return before;
}

function putAll(self: ValueMap, other: ValueMap): string {
  for (const [key, value] of [...other]) self.set(key, value);
  return VOID;
}

const entryOf =
  (map: ValueMap) =>
  (key: Value): MapEntry =>
    new MapEntry(map, key);

/** Methods of `java.util.Map`. Views such as the keys are copies: changing one does not change the map. */
export const MAP_METHODS = methodTable<ValueMap>({
  get: method([anything], (self, key) => self.get(key)),
  getOrDefault: method([anything, anything], (self, key, fallback) => (self.has(key) ? self.get(key) : fallback)),
  put: method([anything, anything], put),
  putIfAbsent: method([anything, anything], (self, key, value) => {
    const before = self.get(key) ?? null;
    if (before === null) self.set(key, value);
    return before;
  }),
  putAll: method([map], putAll),
  replace: method([anything, anything], (self, key, value) => (self.has(key) ? put(self, key, value) : null)),
  remove: method([anything], remove),
  clear: method([], (self) => {
    self.clear();
    return VOID;
  }),
  containsKey: method([anything], (self, key) => self.has(key)),
  containsValue: method<ValueMap, [Value]>([anything], (self, value) =>
    [...self.values()].some((item) => equalObjects(item, value)),
  ),
  keySet: method([], (self) => new Collection('set', [...self.keys()], self)),
  values: method([], (self) => new Collection('set', [...self.values()], self)),
  entrySet: method([], (self) => new Collection('set', Array.from(self.keys(), entryOf(self)), self)),
  size: method([], (self) => self.size),
  isEmpty: method([], (self) => self.size === 0),
  equals: method<ValueMap, [Value]>([anything], (self, other) => equalObjects(self, other)),
  toString: method<ValueMap, []>([], (self) => textOf(self)),
});

/** Methods of `java.util.Map.Entry`. */
export const ENTRY_METHODS = methodTable<MapEntry>({
  getKey: method([], (self) => self.key),
  getValue: method([], (self) => self.value),
  setValue: method<MapEntry, [Value]>([anything], (self, value) => put(self.map, self.key, value)),
  equals: method<MapEntry, [Value]>([anything], (self, other) => equalObjects(self, other)),
  toString: method<MapEntry, []>([], (self) => textOf(self)),
});
