/**
 * The members that an edit makes others. Only they are sent: one that is sent as it was read would undo what somebody else has made of
 * it meanwhile.
 */
export function changed<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(after) as (keyof T)[];
  const others = names.filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(others.map((name) => [name, after[name]])) as Partial<T>;
}
