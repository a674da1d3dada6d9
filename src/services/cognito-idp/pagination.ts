import type { Scope } from '../../model/index.ts';
import type { Kind, Reader } from '../../store/index.ts';
import { invalidParameter } from './errors.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly token?: string;
}

/**
 * One page of documents whose ids begin with `prefix`, in order of their ids.
 * @param isWanted leaves documents out; the page is filled with later ones
 * @throws {ServiceError} for a token that no page gave
 */
export async function listPage<T>(
  reader: Reader,
  kind: Kind<T>,
  scope: Scope,
  prefix: string,
  { limit, token }: { readonly limit: number; readonly token: string | undefined },
  isWanted: (value: T) => boolean = () => true,
): Promise<Page<T>> {
  let after = token === undefined ? undefined : prefix + readToken(token);
  const items: T[] = [];
  for (;;) {
    const found = await reader.list(kind, scope, {
      ...(prefix && { prefix }),
      ...(after !== undefined && { after }),
      limit: limit + 1,
    });
    for (const [index, { id, value }] of found.slice(0, limit).entries()) {
      if (!isWanted(value)) continue;
      items.push(value);
      if (items.length < limit) continue;
      return index + 1 < found.length ? { items, token: writeToken(id.slice(prefix.length)) } : { items };
    }
    const last = found[limit - 1];
    if (found.length <= limit || last === undefined) return { items };
    after = last.id;
  }
}

function writeToken(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url');
}

function readToken(token: string): string {
  const id = Buffer.from(token, 'base64url').toString('utf8');
  if (id === '' || id.includes('\0') || writeToken(id) !== token) {
    throw invalidParameter('Invalid pagination token given.');
  }
  return id;
}
