import type { Scope } from '../../model/index.ts';
import type { Kind, Reader } from '../../store/index.ts';
import { badRequest } from './errors.ts';
import { LIMITS } from './limits.ts';

/** What a listing is asked for (API reference: `limit` default 25, at most 500; `position` from the page before). */
export interface PageInput {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly position?: string;
}

/**
 * Reads one page of documents whose ids begin with `prefix`, in order of ids. A limit beyond 500 gives 500.
 * @param isWanted leaves documents out; the page is filled with later ones
 * @throws {ServiceError} 400 for a limit below 1 or a position that no page gave
 */
export async function listPage<T>(
  reader: Reader,
  kind: Kind<T>,
  scope: Scope,
  prefix: string,
  input: PageInput,
  isWanted: (value: T) => boolean | Promise<boolean> = () => true,
): Promise<Page<T>> {
  const limit = readLimit(input);
  let after = input.position === undefined ? {} : { after: prefix + readPosition(input.position) };
  const items: T[] = [];
  for (;;) {
    const found = await reader.list(kind, scope, { ...(prefix && { prefix }), ...after, limit: limit + 1 });
    for (const [index, { id, value }] of found.slice(0, limit).entries()) {
      if (!(await isWanted(value))) continue;
      items.push(value);
      if (items.length < limit) continue;
      return index + 1 < found.length ? { items, position: writePosition(id.slice(prefix.length)) } : { items };
    }
    const last = found[limit - 1];
    if (found.length <= limit || last === undefined) return { items };
    after = { after: last.id };
  }
}

/**
 * One page of what is not stored as documents of its own.
 * @param keyOf what tells the items apart; see `readPosition` for its characters
 * @throws {ServiceError} 400 for a limit below 1 or a position that no page gave
 */
export function pageOf<T>(all: readonly T[], keyOf: (item: T) => string, input: PageInput): Page<T> {
  const limit = readLimit(input);
  const last = input.position === undefined ? undefined : readPosition(input.position);
  const start = last === undefined ? 0 : all.findIndex((item) => keyOf(item) === last) + 1;
  const items = all.slice(start, start + limit);
  const end = items.at(-1);
  return end !== undefined && start + limit < all.length ? { items, position: writePosition(keyOf(end)) } : { items };
}

function readLimit(input: PageInput): number {
  const limit = Math.min(input.limit ?? LIMITS.defaultPageSize, LIMITS.maxPageSize);
  if (!Number.isInteger(limit) || limit < 1) throw badRequest('Invalid limit specified');
  return limit;
}

function writePosition(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url');
}

function readPosition(position: string): string {
  const id = Buffer.from(position, 'base64url').toString('utf8');
  if (!/^[\w.$*+()!'-][\w.$*+/()!'-]{0,511}$/.test(id) || writePosition(id) !== position)
    throw badRequest('Invalid position specified');
  return id;
}
