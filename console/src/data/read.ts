/** What is known of something that is being read: a query of TanStack's, or several seen as one. */
export interface Read<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  refetch(): unknown;
}

/** Several lists as one, there when all are. */
export function joined<T>(...reads: readonly Read<readonly T[]>[]): Read<readonly T[]> {
  const lists = reads.map(({ data }) => data).filter((data) => data !== undefined);
  return {
    data: lists.length === reads.length ? lists.flat() : undefined,
    error: reads.find(({ error }) => error !== null)?.error ?? null,
    isPending: reads.some(({ isPending }) => isPending),
    refetch: () => Promise.all(reads.map((read) => read.refetch())),
  };
}

/** What was read, seen as something else. */
export function mapped<A, B>(read: Read<A>, see: (data: A) => B): Read<B> {
  const { data, error, isPending } = read;
  return { data: data === undefined ? undefined : see(data), error, isPending, refetch: () => read.refetch() };
}
