/** What tells the samples of a family apart. */
export interface Labels {
  readonly values: Readonly<Record<string, string>>;
  /** As they stand between braces on a page. */
  readonly text: string;
}

/** Labels without those that are undefined. */
export function labelsOf(given: Readonly<Record<string, string | undefined>>): Labels {
  const values: Record<string, string> = {};
  let text = '';
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    values[name] = value;
    text += `${text === '' ? '' : ','}${name}="${escaped(value)}"`;
  }
  return { values, text };
}

/** Both formats escape the same three characters in the value of a label. */
export function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
