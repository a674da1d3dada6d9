type Texts = Readonly<Record<string, string>>;

/** How an update of version 2 makes one map of texts another: what it does not name stays, what it sets to nothing goes (fact D134). */
export function mapChange(before: Texts, after: Texts): Record<string, string> {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const set = Object.entries(after).filter(([name, value]) => before[name] !== value);
  return Object.fromEntries([...gone.map((name) => [name, '']), ...set]);
}
