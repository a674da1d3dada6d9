import { equalObjects } from '../compare.ts';
import { VALUE_LIMITS } from '../limits.ts';
import { MethodError } from '../method-error.ts';
import { jsonText, textOf } from '../text.ts';
import { Collection, type Value } from '../value.ts';
import { anything, collection, int, itemsOf } from './parameters.ts';
import { method, methodTable, VOID } from './table.ts';

type List = Value[] | Collection;

function at(list: List, index: number, length: number): number {
  if (index < 0 || index >= length) {
    throw new MethodError(`Index ${index} is out of bounds for a list of ${itemsOf(list).length}`);
  }
  return index;
}

function removeAt(list: List, index: number): Value {
  const items = itemsOf(list);
  return items.splice(at(list, index, items.length), 1)[0] ?? null;
}

function removeItem(list: List, item: Value): boolean {
  const items = itemsOf(list);
  const index = indexOf(items, item);
  if (index >= 0) items.splice(index, 1);
  return index >= 0;
}

function indexOf(items: readonly Value[], item: Value): number {
  return items.findIndex((candidate) => equalObjects(candidate, item));
}

function addAll(list: List, added: List): boolean {
  const items = [...itemsOf(added)];
  if (itemsOf(list).length + items.length > VALUE_LIMITS.maxItems) {
    throw new MethodError(`A list would have more than ${VALUE_LIMITS.maxItems} items`);
  }
  for (const item of items) itemsOf(list).push(item);
  return items.length > 0;
}

function retain(list: List, keep: (item: Value) => boolean): boolean {
  const items = itemsOf(list);
  const kept = items.filter(keep);
  const changed = kept.length < items.length;
  items.length = 0;
  for (const item of kept) items.push(item);
  return changed;
}

/** Methods of `java.util.Collection`. */
const COMMON = {
  size: method<List, []>([], (self) => itemsOf(self).length),
  isEmpty: method<List, []>([], (self) => itemsOf(self).length === 0),
  contains: method<List, [Value]>([anything], (self, item) => indexOf(itemsOf(self), item) >= 0),
  containsAll: method<List, [List]>([collection], (self, items) =>
    itemsOf(items).every((item) => indexOf(itemsOf(self), item) >= 0),
  ),
  clear: method<List, []>([], (self) => {
    itemsOf(self).length = 0;
    return VOID;
  }),
  removeAll: method<List, [List]>([collection], (self, items) =>
    retain(self, (item) => indexOf(itemsOf(items), item) < 0),
  ),
  retainAll: method<List, [List]>([collection], (self, items) =>
    retain(self, (item) => indexOf(itemsOf(items), item) >= 0),
  ),
  equals: method<List, [Value]>([anything], (self, other) => equalObjects(self, other)),
  toArray: method<List, []>([], (self) => new Collection('list', [...itemsOf(self)])),
  toString: method<List, []>([], (self) => textOf(self)),
};

/** Methods of what has no positions, such as a map's keys. */
export const SET_METHODS = methodTable<List>({
  ...COMMON,
  remove: method<List, [Value]>([anything], removeItem),
});

/** Methods of `java.util.List`, and those that the guide uses besides. */
export const LIST_METHODS = methodTable<List>({
  ...COMMON,
  // Fact D41: WebSocket documents, and the 2023 guide for REST, count with this.
  count: method<List, []>([], (self) => itemsOf(self).length),
  get: method<List, [number]>([int], (self, index) => itemsOf(self)[at(self, index, itemsOf(self).length)]),
  set: method<List, [number, Value]>([int, anything], (self, index, item) => {
    const items = itemsOf(self);
    const before = items[at(self, index, items.length)];
    items[index] = item;
    return before;
  }),
  add: [
    method<List, [Value]>([anything], (self, item) => itemsOf(self).push(item) > 0),
    method<List, [number, Value]>([int, anything], (self, index, item) => {
      itemsOf(self).splice(at(self, index, itemsOf(self).length + 1), 0, item);
      return VOID;
    }),
  ],
  addAll: method<List, [List]>([collection], addAll),
  remove: [method<List, [number]>([int], removeAt), method<List, [Value]>([anything], removeItem)],
  indexOf: method<List, [Value]>([anything], (self, item) => indexOf(itemsOf(self), item)),
  lastIndexOf: method<List, [Value]>([anything], (self, item) =>
    itemsOf(self).findLastIndex((candidate) => equalObjects(candidate, item)),
  ),
  subList: method<List, [number, number]>([int, int], (self, from, to) => {
    if (from < 0 || to > itemsOf(self).length || from > to) throw new MethodError(`subList from ${from} to ${to}`);
    return new Collection('list', itemsOf(self).slice(from, to));
  }),
  toJSONString: method<List, []>([], (self) => jsonText(self, { escapeSlash: true })),
});
