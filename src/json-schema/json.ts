import { SchemaLimitError } from './limit-error.ts';
import { JSON_SCHEMA_LIMITS } from './limits.ts';

/** A JSON object as `JSON.parse` gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The primitive types of draft 4 (core, section 3.5), in the order in which AWS's validator lists them. */
export const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const;
export type TypeName = (typeof TYPES)[number];

/** A number without a fraction is an integer, also when it was written with one, as `1.0`: `JSON.parse` has forgotten that. */
export function typeOf(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'object';
}

/** Whether lists and objects stand more than `depth` deep inside each other. */
export function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

/**
 * A text that two values have in common when they are equal as JSON (core, section 3.6): the order of names does not matter.
 * @param onValue is told of every value that is looked at
 * @throws {SchemaLimitError} for a value that is nested too deeply
 */
export function canonicalText(value: unknown, onValue: () => void = () => undefined): string {
  const textOf = (part: unknown, depth: number): string => {
    onValue();
    if (depth > JSON_SCHEMA_LIMITS.maxDepth) throw new SchemaLimitError('The document is nested too deeply.');
    if (Array.isArray(part)) return `[${part.map((item) => textOf(item, depth + 1)).join(',')}]`;
    if (!isObject(part)) return JSON.stringify(part);
    const names = Object.keys(part).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${textOf(part[name], depth + 1)}`).join(',')}}`;
  };
  return textOf(value, 0);
}

/** The characters of a text as the specification counts them: code points. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let i = 0; i + 1 < text.length; i++) if ((text.codePointAt(i) ?? 0) > 0xffff) length -= 1;
  return length;
}

/** A text as failures show it: not more than a thousand characters of it. */
export function shown(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 1000)}...` : text;
}
