/** What a file holds: JSON, read-only. Nothing in it can be relied on before it is looked at. */
export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member's value, undefined for one that is only inherited (`constructor`, `__proto__`). */
export function member(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function objectAt(object: JsonObject, name: string): JsonObject | undefined {
  const value = member(object, name);
  return isObject(value) ? value : undefined;
}

export function listAt(object: JsonObject, name: string): readonly unknown[] | undefined {
  const value = member(object, name);
  return Array.isArray(value) ? value : undefined;
}

/** Text; a number or a flag where text is wanted is taken by its digits, as YAML writers leave out quotes. */
export function textAt(object: JsonObject, name: string): string | undefined {
  return asText(member(object, name));
}

export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function flagAt(object: JsonObject, name: string): boolean | undefined {
  const value = member(object, name);
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

export function numberAt(object: JsonObject, name: string): number | undefined {
  const value = member(object, name);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** The texts in a list; what is none is left out. */
export function textsAt(object: JsonObject, name: string): readonly string[] | undefined {
  return listAt(object, name)?.flatMap((value) => asText(value) ?? []);
}

/** The entries of an object whose values are objects. */
export function objectEntries(object: JsonObject | undefined): readonly (readonly [string, JsonObject])[] {
  return Object.entries(object ?? {}).flatMap(([name, value]) => (isObject(value) ? [[name, value] as const] : []));
}

/** `T` with members that may be undefined made optional. */
type Compact<T> = { [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name] } & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>;
};

/** The object without members that are undefined. */
export function compact<T extends object>(object: T): Compact<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Compact<T>;
}
