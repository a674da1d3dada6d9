/** The entity with one member set, or without it when the value is undefined. */
export function withMember<T, K extends keyof T>(entity: T, member: K, value: T[K]): T {
  const { [member]: _, ...rest } = entity;
  // The rest and the member together are the entity again; the compiler cannot see that for a generic T.
  return (value === undefined ? rest : { ...rest, [member]: value }) as T;
}

type MembersOf<T, V> = { [K in keyof T]-?: NonNullable<T[K]> extends V ? K : never }[keyof T];

/** Members of T that hold maps of V by name. */
export type MapMember<T, V> = MembersOf<T, Readonly<Record<string, V>>>;

/** Members of T that hold lists of strings. */
export type ListMember<T> = MembersOf<T, readonly string[]>;

/** What a collection becomes with its last element gone: an optional member goes, of any other the rule must say it. */
export type WhenEmpty<T, K extends keyof T> = undefined extends T[K] ? [] : [whenEmpty: T[K]];

// `MapMember` and `ListMember` let members of these types alone through; inside a generic T the compiler has lost that.

export function mapIn<T, V>(entity: T, member: keyof T): Readonly<Record<string, V>> {
  return (entity[member] ?? {}) as Readonly<Record<string, V>>;
}

export function listIn<T>(entity: T, member: keyof T): readonly string[] {
  return (entity[member] ?? []) as readonly string[];
}

export function withMap<T, K extends keyof T, V>(
  entity: T,
  member: K,
  map: Readonly<Record<string, V>>,
  [whenEmpty]: WhenEmpty<T, K>,
): T {
  return withMember(entity, member, (Object.keys(map).length === 0 ? whenEmpty : map) as T[K]);
}

export function withList<T, K extends keyof T>(
  entity: T,
  member: K,
  list: readonly string[],
  [whenEmpty]: WhenEmpty<T, K>,
): T {
  return withMember(entity, member, (list.length === 0 ? whenEmpty : list) as T[K]);
}
