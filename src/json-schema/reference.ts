import { isObject, type JsonObject } from './json.ts';

/** A schema that cannot be compiled: a reference that leads nowhere. The message tells whoever wrote it. */
export class SchemaReferenceError extends Error {
  override readonly name = 'SchemaReferenceError';
}

/** Gives the schema that stands at an URL, without its fragment; undefined when there is none. */
export type ResolveUrl = (url: string) => JsonObject | undefined;

/** Where a reference leads: a schema, and the document that its own references are relative to. */
export interface Target {
  readonly document: JsonObject;
  readonly schema: JsonObject;
}

/**
 * Follows a reference: an URL, a JSON pointer in a fragment (RFC 6901, section 6), or both. What `id` says is passed over:
 * AWS has no references but these (guide, "Working with models and mapping templates").
 * @throws {SchemaReferenceError} when it leads nowhere
 */
export function followReference(reference: string, document: JsonObject, resolveUrl: ResolveUrl): Target {
  const hash = reference.indexOf('#');
  const url = hash < 0 ? reference : reference.slice(0, hash);
  const target = url === '' ? document : resolveUrl(url);
  const schema = target && resolvePointer(target, hash < 0 ? '' : reference.slice(hash + 1));
  if (target === undefined || !isObject(schema)) throw new SchemaReferenceError(`Nothing is at ${reference}.`);
  return { document: target, schema };
}

/** What a fragment, without its `#`, points to (RFC 6901, section 6); undefined when it is nothing. */
export function resolvePointer(document: JsonObject, fragment: string): unknown {
  if (fragment === '') return document;
  if (!fragment.startsWith('/')) return undefined;
  let value: unknown = document;
  for (const token of fragment.slice(1).split('/')) {
    const name = decodeToken(token);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as JsonObject)[name];
  }
  return value;
}

function decodeToken(token: string): string {
  const unescaped = (text: string) => text.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return unescaped(decodeURIComponent(token));
  } catch {
    return unescaped(token);
  }
}
