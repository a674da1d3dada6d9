/** More than two slips of the finger make another word. */
const MOST_EDITS = 2;

/** `; did you mean X?` for a known word that is close to an unknown one, and `.` when none is. */
export function suggestion(unknown: string, known: readonly string[]): string {
  const [best] = known
    .map((word) => ({ word, edits: editDistance(unknown, word) }))
    .filter(({ edits }) => edits <= MOST_EDITS)
    .sort((a, b) => a.edits - b.edits);
  return best === undefined ? '.' : `; did you mean ${best.word}?`;
}

/** The least number of characters to insert, delete or replace that turns `a` into `b` (Levenshtein). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, character] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replace = (above[column] ?? 0) + (character === other ? 0 : 1);
      const insert = (current[column] ?? 0) + 1;
      const remove = (above[column + 1] ?? 0) + 1;
      current.push(Math.min(replace, insert, remove));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}
