import { invalidParameter } from './errors.ts';

/** One page of a sorted listing. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextToken?: string;
}

/**
 * Cuts a page out of a listing.
 * @param all in the order of the listing, all that are wanted
 * @param keyOf what a page remembers its last item by; a page goes on behind the item with this key
 * @throws {ServiceError} for a token that no page gave
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { limit, nextToken }: { readonly limit: number; readonly nextToken: string | undefined },
): Page<T> {
  const from = nextToken === undefined ? 0 : all.findIndex((item) => keyOf(item) === readToken(nextToken)) + 1;
  if (nextToken !== undefined && from === 0) throw invalidToken();
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  return from + limit < all.length && last !== undefined ? { items, nextToken: writeToken(keyOf(last)) } : { items };
}

/** Opaque to clients. */
export function writeToken(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** @throws {ServiceError} for what is no token */
export function readToken(token: string): string {
  const text = textOfToken(token);
  if (text === undefined) throw invalidToken();
  return text;
}

/** Undefined for what is no token. */
export function textOfToken(token: string): string | undefined {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  return text === '' || text.includes('\0') || writeToken(text) !== token ? undefined : text;
}

function invalidToken() {
  return invalidParameter('The specified nextToken is invalid.');
}
