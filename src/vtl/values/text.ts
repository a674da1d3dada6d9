import { numberText, printJsonString } from '../../json/index.ts';
import { MethodError } from './method-error.ts';
import { isNumeric } from './numbers.ts';
import { Collection, isHostObject, MapEntry, Renderable, type Value } from './value.ts';

/** How deep lists and maps may hold each other: one that holds itself would otherwise print for ever. */
const MAX_DEPTH = 500;

/** What printing a value gives: Java's `toString`, save for lists of documents, which are JSON (fact D39). */
export function textOf(value: Value): string {
  return typeof value === 'string' ? value : textAt(value, 0);
}

function textAt(value: Value, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (isNumeric(value)) return numberText(value);
  if (depth > MAX_DEPTH) throw new MethodError('Lists and maps are nested too deeply to be printed');
  if (Array.isArray(value)) return jsonAt(value, depth);
  if (value instanceof Map) {
    return `{${Array.from(value, ([key, item]) => `${textAt(key, depth + 1)}=${textAt(item, depth + 1)}`).join(', ')}}`;
  }
  if (value instanceof Collection) return `[${value.items.map((item) => textAt(item, depth + 1)).join(', ')}]`;
  if (value instanceof MapEntry) return `${textAt(value.key, depth + 1)}=${textAt(value.value, depth + 1)}`;
  return value.text();
}

/** JSON text of any value; `/` is written as `\/`, as json-smart does where a list becomes text. */
export function jsonText(value: Value, options: { readonly escapeSlash: boolean }): string {
  return jsonAt(value, 0, options);
}

function jsonAt(value: Value, depth: number, options = { escapeSlash: true }): string {
  if (depth > MAX_DEPTH) throw new MethodError('Lists and maps are nested too deeply to be printed');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return printJsonString(value, options);
  if (isNumeric(value)) {
    const text = numberText(value);
    return /^(?:NaN|-?Infinity)$/.test(text) ? 'null' : text;
  }
  if (Array.isArray(value) || value instanceof Collection) {
    const items = Array.isArray(value) ? value : value.items;
    return `[${items.map((item) => jsonAt(item, depth + 1, options)).join(',')}]`;
  }
  if (value instanceof Map) {
    const pairs = Array.from(
      value,
      ([key, item]) => `${printJsonString(textOf(key), options)}:${jsonAt(item, depth + 1, options)}`,
    );
    return `{${pairs.join(',')}}`;
  }
  if (value instanceof MapEntry || value instanceof Renderable || isHostObject(value)) {
    return printJsonString(textAt(value, depth + 1), options);
  }
  return 'null';
}
