import { constraint } from './check-input.ts';
import { validationError } from './errors.ts';
import { IAM_LIMITS } from './limits.ts';

/** What a listing is asked for (API reference: `MaxItems` default 100, at most 1000; `Marker` from the page before). */
interface PageInput {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

interface PageEnd {
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

/**
 * One page of a list.
 * @param all in a stable order
 * @param keyOf what tells the items apart
 * @throws {ServiceError} `ValidationError` for a size or a marker that is none
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { Marker, MaxItems = IAM_LIMITS.defaultPageSize }: PageInput,
): { readonly items: readonly T[]; readonly end: PageEnd } {
  if (MaxItems < 1) throw constraint(MaxItems, 'maxItems', 'Member must have value greater than or equal to 1');
  if (MaxItems > IAM_LIMITS.maxPageSize) {
    throw constraint(MaxItems, 'maxItems', `Member must have value less than or equal to ${IAM_LIMITS.maxPageSize}`);
  }
  const start = Marker === undefined ? 0 : after(all, keyOf, Marker);
  const items = all.slice(start, start + MaxItems);
  const last = items.at(-1);
  if (last === undefined || start + MaxItems >= all.length) return { items, end: { IsTruncated: false } };
  return { items, end: { IsTruncated: true, Marker: Buffer.from(keyOf(last), 'utf8').toString('base64url') } };
}

/** What a marker names may have been deleted in the meantime; the list goes on behind where it was. */
function after<T>(all: readonly T[], keyOf: (item: T) => string, marker: string): number {
  const key = Buffer.from(marker, 'base64url').toString('utf8');
  if (key === '' || Buffer.from(key, 'utf8').toString('base64url') !== marker) throw validationError('Invalid Marker.');
  const index = all.findIndex((item) => keyOf(item) === key);
  if (index >= 0) return index + 1;
  const next = all.findIndex((item) => keyOf(item) > key);
  return next < 0 ? all.length : next;
}
