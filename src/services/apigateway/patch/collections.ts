import type { ServiceError } from '../../../aws/index.ts';
import { type ListMember, listIn, type MapMember, mapIn, type WhenEmpty, withList, withMap } from './member.ts';
import type { PatchChange, PatchEffect, PatchRule } from './table.ts';
import type { ReadValue } from './value.ts';

/** The rule of a map's entries; see `Rules.entries`. */
export function entriesRule<T, V, K extends MapMember<T, V>>(
  path: string,
  member: K,
  read: ReadValue<V>,
  absent: () => ServiceError,
  whenEmpty: WhenEmpty<T, K>,
): PatchRule<T> {
  const put: PatchEffect<T> = (entity, change) =>
    withMap(entity, member, { ...mapIn<T, V>(entity, member), [lastCapture(change)]: read(change.value) }, whenEmpty);
  const take: PatchEffect<T> = (entity, change) => {
    const { [lastCapture(change)]: _, ...rest } = mapIn<T, V>(entity, member);
    return withMap(entity, member, rest, whenEmpty);
  };
  const wanted =
    (effect: PatchEffect<T>): PatchEffect<T> =>
    (entity, change) => {
      if (!Object.hasOwn(mapIn<T, V>(entity, member), lastCapture(change))) throw absent();
      return effect(entity, change);
    };
  return { path, effects: { add: put, replace: wanted(put), remove: wanted(take) } };
}

/** The rule of a map's entries that need not be there; see `Rules.assignments`. */
export function assignmentsRule<T, K extends MapMember<T, string>>(
  path: string,
  member: K,
  whenEmpty: WhenEmpty<T, K>,
): PatchRule<T> {
  return {
    path,
    effects: {
      replace: (entity, change) => {
        const map = { ...mapIn<T, string>(entity, member), [lastCapture(change)]: change.value ?? '' };
        return withMap(entity, member, map, whenEmpty);
      },
      remove: (entity, change) => {
        const { [lastCapture(change)]: _, ...rest } = mapIn<T, string>(entity, member);
        return withMap(entity, member, rest, whenEmpty);
      },
    },
  };
}

/** The rule of a list that is a set, its items named by the path; see `Rules.items`. */
export function itemsRule<T, K extends ListMember<T>>(
  path: string,
  member: K,
  whenEmpty: WhenEmpty<T, K>,
): PatchRule<T> {
  return {
    path,
    effects: {
      add: (entity, change) => withList(entity, member, including(entity, member, lastCapture(change)), whenEmpty),
      replace: (entity, change) => {
        const item = lastCapture(change);
        return withList(entity, member, [...excluding(entity, member, item), change.value ?? item], whenEmpty);
      },
      remove: (entity, change) => withList(entity, member, excluding(entity, member, lastCapture(change)), whenEmpty),
    },
  };
}

/** The rule of a list that is a set, its items being values; see `Rules.values`. */
export function valuesRule<T, K extends ListMember<T>>(
  path: string,
  member: K,
  whenEmpty: WhenEmpty<T, K>,
): PatchRule<T> {
  return {
    path,
    effects: {
      add: (entity, { value = '' }) => withList(entity, member, including(entity, member, value), whenEmpty),
      remove: (entity, { value = '' }) => withList(entity, member, excluding(entity, member, value), whenEmpty),
    },
  };
}

function including<T>(entity: T, member: keyof T, item: string): readonly string[] {
  return [...new Set([...listIn(entity, member), item])];
}

function excluding<T>(entity: T, member: keyof T, item: string): readonly string[] {
  return listIn(entity, member).filter((other) => other !== item);
}

/** The key of an entry or the item of a list: what the last variable of the pattern captured. */
function lastCapture({ captures }: PatchChange): string {
  return Object.values(captures).at(-1) ?? '';
}
