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
 * @throws {ServiceError} 400 for a limit below 1 or a position that no page gave
 */
export async function listPage<T>(
  reader: Reader,
  kind: Kind<T>,
  scope: Scope,
  prefix: string,
  input: PageInput,
): Promise<Page<T>> {
  const limit = Math.min(input.limit ?? LIMITS.defaultPageSize, LIMITS.maxPageSize);
  if (!Number.isInteger(limit) || limit < 1) throw badRequest('Invalid limit specified');
  const after = input.position === undefined ? {} : { after: prefix + readPosition(input.position) };
  const found = await reader.list(kind, scope, { ...(prefix && { prefix }), ...after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ value }) => value),
    ...(found.length > limit && last && { position: writePosition(last.id.slice(prefix.length)) }),
  };
}

function writePosition(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url');
}

function readPosition(position: string): string {
  const id = Buffer.from(position, 'base64url').toString('utf8');
  if (!/^[\w.$-]{1,128}$/.test(id) || writePosition(id) !== position) throw badRequest('Invalid position specified');
  return id;
}
