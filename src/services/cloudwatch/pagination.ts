import { invalidNextToken } from './errors.ts';

/** Where the page before ended, as the token that the client sends back. */
export function tokenOf(after: string): string {
  return Buffer.from(after).toString('base64url');
}

/** @throws {ServiceError} `InvalidNextToken` */
export function readToken(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const after = Buffer.from(token, 'base64url').toString('utf8');
  if (after === '' || after.includes('\0') || after.includes('\uFFFD') || tokenOf(after) !== token)
    throw invalidNextToken('The next token specified is invalid.');
  return after;
}

/** One page of what is in order already, and the token of the next. */
export function pageOf<Item>(
  items: readonly Item[],
  limit: number,
  keyOf: (item: Item) => string,
): { readonly page: readonly Item[]; readonly NextToken?: string } {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { page, ...(items.length > limit && last !== undefined && { NextToken: tokenOf(keyOf(last)) }) };
}
