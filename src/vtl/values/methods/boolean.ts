import { equalObjects } from '../compare.ts';
import type { Value } from '../value.ts';
import { anything, text, truth } from './parameters.ts';
import { method, methodTable } from './table.ts';

/** Methods of `java.lang.Boolean`. */
export const BOOLEAN_METHODS = methodTable<boolean>({
  booleanValue: method([], (self) => self),
  toString: method([], (self) => String(self)),
  equals: method<boolean, [Value]>([anything], (self, other) => equalObjects(self, other)),
  hashCode: method([], (self) => (self ? 1231 : 1237)),
  compareTo: method([truth], (self, other) => Number(self) - Number(other)),
  parseBoolean: method([text], (_self, word) => word.toLowerCase() === 'true'),
  valueOf: method([text], (_self, word) => word.toLowerCase() === 'true'),
});
