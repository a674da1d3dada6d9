/** A list as text that is edited, an item a line. */
export function textOf(items: readonly string[] | undefined): string {
  return items?.join('\n') ?? '';
}

/** The items of an edited text; empty lines and white space around items are none of theirs. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
