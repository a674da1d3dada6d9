/** One line of two texts that are compared. */
export interface DiffLine {
  readonly kind: 'same' | 'missing' | 'extra';
  readonly text: string;
}

/** Beyond so many pairs of lines the middle is told as a whole: comparing takes as many steps. */
const MAX_PAIRS = 4_000_000;

/** As many lines of a difference as somebody reads. */
const SHOWN = 500;
/** Lines before the first difference, to see where it stands. */
const AROUND = 3;

/** The lines from the first difference on, or all where they are few. */
export function shownOf(lines: readonly DiffLine[]): readonly DiffLine[] {
  if (lines.length <= SHOWN) return lines;
  const first = Math.max(0, lines.findIndex(({ kind }) => kind !== 'same') - AROUND);
  return lines.slice(first, first + SHOWN);
}

/** What is missing of the expected lines and what is there besides, in the order of a reader (longest common subsequence). */
export function lineDiff(expected: readonly string[], actual: readonly string[]): readonly DiffLine[] {
  const start = commonStart(expected, actual);
  const end = commonStart([...expected.slice(start)].reverse(), [...actual.slice(start)].reverse());
  const of = (lines: readonly string[], kind: DiffLine['kind']) => lines.map((text): DiffLine => ({ kind, text }));
  const before = expected.slice(start, expected.length - end);
  const after = actual.slice(start, actual.length - end);
  const middle =
    before.length * after.length > MAX_PAIRS
      ? [...of(before, 'missing'), ...of(after, 'extra')]
      : middleDiff(before, after);
  return [...of(expected.slice(0, start), 'same'), ...middle, ...of(expected.slice(expected.length - end), 'same')];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function middleDiff(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const common = commonLengths(before, after);
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [missing, extra] = [before[i], after[j]];
    if (missing !== undefined && missing === extra) {
      lines.push({ kind: 'same', text: missing });
      i += 1;
      j += 1;
    } else if (missing !== undefined && (extra === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'missing', text: missing });
      i += 1;
    } else {
      lines.push({ kind: 'extra', text: extra ?? '' });
      j += 1;
    }
  }
  return lines;
}

/** How many lines two ends have in common at most, by where each begins. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, next] = [rows[i] as Uint32Array, rows[i + 1] as Uint32Array];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? (next[j + 1] as number) + 1 : Math.max(next[j] as number, row[j + 1] as number);
    }
  }
  return rows;
}
