/** What is known of something that is being read: a query of TanStack's, or several seen as one. */
export interface Read<T> {
  readonly data: T | undefined;
  /** Of a list of many pages those that have come, while `data` waits for all: to be shown, and nothing to be concluded from. */
  readonly soFar?: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  refetch(): unknown;
}

/** Several lists as one, there when all are. */
export function joined<T>(...reads: readonly Read<readonly T[]>[]): Read<readonly T[]> {
  const lists = reads.map(({ data }) => data).filter((data) => data !== undefined);
  const known = reads.map(({ data, soFar }) => data ?? soFar).filter((some) => some !== undefined);
  const isWhole = lists.length === reads.length;
  return {
    data: isWhole ? lists.flat() : undefined,
    soFar: isWhole || known.length === 0 ? undefined : known.flat(),
    error: reads.find(({ error }) => error !== null)?.error ?? null,
    isPending: reads.some(({ isPending }) => isPending),
    refetch: () => Promise.all(reads.map((read) => read.refetch())),
  };
}

/** Several lists as one, there with those that could be read when none is on its way; `error` says why the others could not. */
export function readable<T>(...reads: readonly Read<readonly T[]>[]): Read<readonly T[]> {
  const all = joined(...reads);
  const isThere = !all.isPending && reads.some(({ data }) => data !== undefined);
  return isThere ? { ...all, data: reads.flatMap(({ data }) => data ?? []), soFar: undefined } : all;
}

/** What was read, seen as something else. */
export function mapped<A, B>(read: Read<A>, see: (data: A) => B): Read<B> {
  const { data, soFar, error, isPending } = read;
  return {
    data: data === undefined ? undefined : see(data),
    soFar: soFar === undefined ? undefined : see(soFar),
    error,
    isPending,
    refetch: () => read.refetch(),
  };
}
