import { floating } from '../../json/index.ts';
import type { Value, ValueMap } from './value.ts';

/**
 * Turns plain data (objects, arrays, texts, numbers) into values: own properties only, so that nothing inherited can be
 * reached. A property that is undefined is left out.
 */
export function fromPlain(data: unknown): Value {
  switch (typeof data) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return data;
    case 'number':
      return Number.isSafeInteger(data) ? data : floating(data);
    case 'object':
      return data === null ? null : fromObject(data);
    default:
      return null;
  }
}

function fromObject(data: object): Value {
  if (Array.isArray(data)) return data.map(fromPlain);
  const map: ValueMap = new Map();
  for (const [name, value] of Object.entries(data)) if (value !== undefined) map.set(name, fromPlain(value));
  return map;
}
