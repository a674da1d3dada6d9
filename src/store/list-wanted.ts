import type { Scope } from '../model/index.ts';
import type { Kind, PageRequest, Reader, StoredDocument } from './store.ts';

/** How much more is read each time that too little of what was read is wanted. */
const GROWTH = 4;

/**
 * The first documents of a listing that are wanted, at most `limit`. Reads little more than it gives, however many there are: a
 * listing that reads all of them for each of its pages costs the square of their number.
 */
export async function listWanted<T>(
  reader: Reader,
  kind: Kind<T>,
  scope: Scope,
  page: Pick<PageRequest, 'prefix' | 'after'> & { readonly limit: number },
  isWanted: (value: T) => boolean,
): Promise<readonly StoredDocument<T>[]> {
  const wanted: StoredDocument<T>[] = [];
  let { limit } = page;
  let after = page.after;
  for (;;) {
    const some = await reader.list(kind, scope, { ...page, ...(after !== undefined && { after }), limit });
    wanted.push(...some.filter(({ value }) => isWanted(value)));
    after = some.at(-1)?.id;
    if (wanted.length >= page.limit || some.length < limit) return wanted.slice(0, page.limit);
    limit *= GROWTH;
  }
}
