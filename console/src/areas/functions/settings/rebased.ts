type Variables = Readonly<Record<string, string>>;

/** What was changed of a map, done to the map as it is now: what somebody else has changed meanwhile stays. */
export function rebased(before: Variables = {}, after: Variables, now: Variables = {}): Record<string, string> {
  const kept = Object.entries(now).filter(([name]) => !(Object.hasOwn(before, name) && !Object.hasOwn(after, name)));
  const changed = Object.entries(after).filter(
    ([name, value]) => !Object.hasOwn(before, name) || before[name] !== value,
  );
  return Object.fromEntries([...kept, ...changed]);
}
