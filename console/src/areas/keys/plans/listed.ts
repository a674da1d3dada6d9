import type { Read } from '../../../data/index.ts';

/** A list that is known already, for what shows lists that are read. */
export function listed<T>(items: readonly T[]): Read<readonly T[]> {
  return { data: items, error: null, isPending: false, refetch: () => undefined };
}
