import type { ServiceError } from '../../../aws/index.ts';
import type { PatchChange, PatchEffect, PatchRule } from './table.ts';
import type { ReadValue } from './value.ts';

type Members<T, V> = { [K in keyof T]-?: NonNullable<T[K]> extends V ? K : never }[keyof T];
type MapMember<T, V> = Members<T, Readonly<Record<string, V>>>;

/** How the rules of one entity are written down, each a line of data. */
export interface Rules<T> {
  /** `replace` sets one member. */
  replace<K extends keyof T>(path: string, member: K, read: ReadValue<NonNullable<T[K]>>): PatchRule<T>;
  /** `replace` sets one member, `remove` takes it away. */
  replaceOrRemove<K extends keyof T>(path: string, member: K, read: ReadValue<NonNullable<T[K]>>): PatchRule<T>;
  /**
   * The entries of a map, by the key that the pattern's only variable captures: `add` sets an entry, `replace` and
   * `remove` want it to be there. A map that loses its last entry goes.
   */
  entries<V>(path: string, member: MapMember<T, V>, read: ReadValue<V>, absent: () => ServiceError): PatchRule<T>;
  /** A list of strings as a set: `add` appends the string in the path, `replace` swaps it for the value, `remove` takes it out. */
  items(path: string, member: Members<T, readonly string[]>): PatchRule<T>;
  /** A list of strings as a set, the string being the value: `add` appends it, `remove` takes it out. */
  values(path: string, member: Members<T, readonly string[]>): PatchRule<T>;
  /** The rules of a member that is an object, each path prefixed; `initial` makes the object when it is not there. */
  within<K extends keyof T>(
    prefix: string,
    member: K,
    rules: readonly PatchRule<NonNullable<T[K]>>[],
    initial: (entity: T) => NonNullable<T[K]>,
  ): readonly PatchRule<T>[];
  /** The rules of the objects in a map; `keyOf` names the object, `initial` makes it. */
  withinEntries<V>(
    prefix: string,
    member: MapMember<T, V>,
    keyOf: (change: PatchChange) => string,
    rules: readonly PatchRule<V>[],
    initial: (entity: T) => V,
  ): readonly PatchRule<T>[];
}

/** The entity with one member set, or without it when the value is undefined. */
export function withMember<T, K extends keyof T>(entity: T, member: K, value: T[K] | undefined): T {
  const { [member]: _, ...rest } = entity;
  // The rest and the member together are the entity again; the compiler cannot see that for a generic T.
  return (value === undefined ? rest : { ...rest, [member]: value }) as T;
}

export function rulesOf<T>(): Rules<T> {
  const set =
    <K extends keyof T>(member: K, read: ReadValue<NonNullable<T[K]>>): PatchEffect<T> =>
    (entity, { value }) =>
      withMember(entity, member, read(value));

  return {
    replace: (path, member, read) => ({ path, effects: { replace: set(member, read) } }),
    replaceOrRemove: (path, member, read) => ({
      path,
      effects: { replace: set(member, read), remove: (entity) => withMember(entity, member, undefined) },
    }),
    entries: <V>(path: string, member: MapMember<T, V>, read: ReadValue<V>, absent: () => ServiceError) => {
      const put: PatchEffect<T> = (entity, change) => {
        const value = read(change.value);
        return value === undefined
          ? entity
          : putMap(entity, member, { ...mapOf<T, V>(entity, member), [keyIn(change)]: value });
      };
      const wanted =
        (effect: PatchEffect<T>): PatchEffect<T> =>
        (entity, change) => {
          if (!Object.hasOwn(mapOf<T, V>(entity, member), keyIn(change))) throw absent();
          return effect(entity, change);
        };
      const take: PatchEffect<T> = (entity, change) => {
        const { [keyIn(change)]: _, ...rest } = mapOf<T, V>(entity, member);
        return putMap(entity, member, rest);
      };
      return { path, effects: { add: put, replace: wanted(put), remove: wanted(take) } };
    },
    items: (path, member) => {
      const others = (entity: T, item: string) => listOf(entity, member).filter((other) => other !== item);
      return {
        path,
        effects: {
          add: (entity, change) => putList(entity, member, [...new Set([...listOf(entity, member), keyIn(change)])]),
          replace: (entity, change) =>
            putList(entity, member, [...others(entity, keyIn(change)), change.value ?? keyIn(change)]),
          remove: (entity, change) => putList(entity, member, others(entity, keyIn(change))),
        },
      };
    },
    values: (path, member) => {
      const others = (entity: T, value: string) => listOf(entity, member).filter((other) => other !== value);
      return {
        path,
        effects: {
          add: (entity, { value = '' }) => putList(entity, member, [...new Set([...listOf(entity, member), value])]),
          remove: (entity, { value = '' }) => putList(entity, member, others(entity, value)),
        },
      };
    },
    within: (prefix, member, rules, initial) =>
      rules.map((rule) =>
        liftRule(prefix, rule, (entity, change, effect) =>
          withMember(entity, member, effect(entity[member] ?? initial(entity), change)),
        ),
      ),
    withinEntries: <V>(
      prefix: string,
      member: MapMember<T, V>,
      keyOf: (change: PatchChange) => string,
      rules: readonly PatchRule<V>[],
      initial: (entity: T) => V,
    ) =>
      rules.map((rule) =>
        liftRule<T, V>(prefix, rule, (entity, change, effect) => {
          const map = mapOf<T, V>(entity, member);
          const key = keyOf(change);
          return putMap(entity, member, { ...map, [key]: effect(map[key] ?? initial(entity), change) });
        }),
      ),
  };
}

/** Makes a rule for a part into a rule for the whole. */
function liftRule<T, Part>(
  prefix: string,
  rule: PatchRule<Part>,
  lift: (entity: T, change: PatchChange, effect: PatchEffect<Part>) => T,
): PatchRule<T> {
  const effects = Object.fromEntries(
    Object.entries(rule.effects).map(([op, effect]) => [
      op,
      (entity: T, change: PatchChange) => lift(entity, change, effect),
    ]),
  );
  return { ...rule, path: prefix + rule.path, effects };
}

/** The key of a map's entry or the item of a list: what the last variable of the pattern captured. */
function keyIn({ captures }: PatchChange): string {
  return Object.values(captures).at(-1) ?? '';
}

// `MapMember` and `Members` let only members of these types through; inside a generic T the compiler has lost that.
function mapOf<T, V>(entity: T, member: keyof T): Readonly<Record<string, V>> {
  return (entity[member] ?? {}) as Readonly<Record<string, V>>;
}
function listOf<T>(entity: T, member: keyof T): readonly string[] {
  return (entity[member] ?? []) as readonly string[];
}
function putMap<T, V>(entity: T, member: keyof T, map: Readonly<Record<string, V>>): T {
  return withMember(entity, member, Object.keys(map).length === 0 ? undefined : (map as T[keyof T]));
}
function putList<T>(entity: T, member: keyof T, list: readonly string[]): T {
  return withMember(entity, member, list.length === 0 ? undefined : (list as T[keyof T]));
}
