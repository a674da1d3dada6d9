import { rangeViolations, refuseViolations } from '../../aws/index.ts';
import type { Scope } from '../../model/index.ts';
import type { Kind, Reader, StoredDocument } from '../../store/index.ts';
import { invalidParameter } from './errors.ts';
import { LIMITS } from './limits.ts';

/** What a listing asks for. */
interface Wanted {
  readonly prefix?: string;
  readonly marker: string | undefined;
  readonly maxItems: number | undefined;
  /** Items that the caller puts on the page itself; default none. */
  readonly taken?: number;
}

interface Page<T> {
  readonly items: readonly StoredDocument<T>[];
  /** Undefined on the last page. */
  readonly marker: string | undefined;
}

/**
 * One page of a listing, in the order of ids. A marker names the last document before it, for nobody but us to read.
 * @throws {ServiceError} for a number of items or a marker that is none
 */
export async function pageOf<T>(reader: Reader, kind: Kind<T>, scope: Scope, wanted: Wanted): Promise<Page<T>> {
  refuseViolations(rangeViolations(wanted.maxItems, 'maxItems', { min: 1, max: 10_000 }));
  const limit = Math.max(Math.min(wanted.maxItems ?? LIMITS.listed, LIMITS.listed) - (wanted.taken ?? 0), 0);
  const after = wanted.marker === undefined ? undefined : fromMarker(wanted.marker);
  const found = await reader.list(kind, scope, {
    limit: limit + 1,
    ...(wanted.prefix !== undefined && { prefix: wanted.prefix }),
    ...(after !== undefined && { after }),
  });
  const items = found.slice(0, limit);
  if (found.length <= limit) return { items, marker: undefined };
  // A page that has no room but for what the caller puts on it ends before the first document.
  return { items, marker: toMarker(items.at(-1)?.id ?? wanted.prefix ?? '') };
}

function toMarker(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function fromMarker(marker: string): string {
  const id = Buffer.from(marker, 'base64url').toString();
  if (toMarker(id) !== marker) throw invalidParameter('The provided pagination token is invalid.');
  return id;
}
