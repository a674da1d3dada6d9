import { badRequest } from './errors.ts';
import { LIMITS } from './limits.ts';

/** What a listing is asked for; `MaxResults` is a text in most operations. */
export interface PageInput {
  readonly MaxResults?: string | number | undefined;
  readonly NextToken?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly NextToken?: string;
}

/**
 * One page of a whole list.
 * @param keyOf what tells the items apart
 * @throws {ServiceError} 400 for a size below 1 or a token that no page gave
 */
export function pageOf<T>(all: readonly T[], keyOf: (item: T) => string, input: PageInput): Page<T> {
  const size = readSize(input.MaxResults);
  const start = input.NextToken === undefined ? 0 : indexAfter(all, keyOf, input.NextToken);
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  if (last === undefined || start + size >= all.length) return { items };
  return { items, NextToken: Buffer.from(keyOf(last)).toString('base64url') };
}

function indexAfter<T>(all: readonly T[], keyOf: (item: T) => string, token: string): number {
  const key = Buffer.from(token, 'base64url').toString();
  const at = all.findIndex((item) => keyOf(item) === key);
  if (at < 0) throw badRequest('Invalid nextToken specified');
  return at + 1;
}

function readSize(asked: string | number | undefined): number {
  const size = Math.min(Number(asked ?? LIMITS.defaultPageSize), LIMITS.maxPageSize);
  if (!Number.isInteger(size) || size < 1) throw badRequest('Invalid maxResults specified');
  return size;
}
