/** A text as lines to compare: JSON with sorted members and one way of indenting, others as they are but for spaces at line ends. */
export function comparableLines(text: string): readonly string[] {
  try {
    return JSON.stringify(sorted(JSON.parse(text)), null, 2).split('\n');
  } catch {
    return text
      .trim()
      .split('\n')
      .map((line) => line.trimEnd());
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
