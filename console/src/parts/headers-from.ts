/** Lines of `Name: value`; others are left out. */
export function headersFrom(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .split('\n')
    .map((line) => /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line))
    .filter((match) => match !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
