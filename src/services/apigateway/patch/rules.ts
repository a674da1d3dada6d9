import type { ServiceError } from '../../../aws/index.ts';
import { assignmentsRule, entriesRule, itemsRule, valuesRule } from './collections.ts';
import { type ListMember, type MapMember, mapIn, type WhenEmpty, withMember } from './member.ts';
import type { PatchChange, PatchEffect, PatchRule } from './table.ts';
import type { ReadValue } from './value.ts';

/** How the rules of one entity are written down, each a line of data. */
interface Rules<T> {
  /** `replace` sets one member. */
  replace<K extends keyof T>(path: string, member: K, read: ReadValue<T[K]>): PatchRule<T>;
  /** `replace` sets one member that may be absent, `remove` takes it away. */
  replaceOrRemove<K extends OptionalMember<T>>(path: string, member: K, read: ReadValue<T[K]>): PatchRule<T>;
  /**
   * The entries of a map, by the key that the pattern's last variable captures: `add` sets an entry, `replace` and
   * `remove` want it to be there.
   */
  entries<V, K extends MapMember<T, V> = MapMember<T, V>>(
    path: string,
    member: K,
    read: ReadValue<V>,
    absent: () => ServiceError,
    ...whenEmpty: WhenEmpty<T, K>
  ): PatchRule<T>;
  /** The texts in a map, by the key that the pattern's last variable captures: `replace` sets one, there or not, `remove` takes it away. */
  assignments<K extends MapMember<T, string>>(path: string, member: K, ...whenEmpty: WhenEmpty<T, K>): PatchRule<T>;
  /** A list of strings as a set: `add` appends the string in the path, `replace` swaps it for the value, `remove` takes it out. */
  items<K extends ListMember<T>>(path: string, member: K, ...whenEmpty: WhenEmpty<T, K>): PatchRule<T>;
  /** A list of strings as a set, the string being the value: `add` appends it, `remove` takes it out. */
  values<K extends ListMember<T>>(path: string, member: K, ...whenEmpty: WhenEmpty<T, K>): PatchRule<T>;
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

type OptionalMember<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

export function rulesOf<T>(): Rules<T> {
  const set =
    <K extends keyof T>(member: K, read: ReadValue<T[K]>): PatchEffect<T> =>
    (entity, { value }) =>
      withMember(entity, member, read(value));

  return {
    replace: (path, member, read) => ({ path, effects: { replace: set(member, read) } }),
    replaceOrRemove: <K extends OptionalMember<T>>(path: string, member: K, read: ReadValue<T[K]>) => ({
      path,
      effects: { replace: set(member, read), remove: (entity: T) => withMember(entity, member, undefined as T[K]) },
    }),
    entries: (path, member, read, absent, ...whenEmpty) => entriesRule(path, member, read, absent, whenEmpty),
    assignments: (path, member, ...whenEmpty) => assignmentsRule(path, member, whenEmpty),
    items: (path, member, ...whenEmpty) => itemsRule(path, member, whenEmpty),
    values: (path, member, ...whenEmpty) => valuesRule(path, member, whenEmpty),
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
          const map = mapIn<T, V>(entity, member);
          const key = keyOf(change);
          const changed = { ...map, [key]: effect(map[key] ?? initial(entity), change) };
          return withMember(entity, member, changed as T[typeof member]);
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
