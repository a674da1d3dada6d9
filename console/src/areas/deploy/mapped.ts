import type { Read } from '../../data/index.ts';

/** What was read, seen as something else. */
export function mapped<A, B>(read: Read<A>, see: (data: A) => B): Read<B> {
  const { data, error, isPending } = read;
  return { data: data === undefined ? undefined : see(data), error, isPending, refetch: () => read.refetch() };
}
