import type { TestFile } from './test-files.ts';

/** A line that speaks of facts; then their numbers, `D50 to D52` and `D50-D52` being ranges. */
const CITING_LINE = /\bfacts?\b.*/gi;
const NUMBERS = /\bD(\d{1,3})(?:(?: to |[-–])D(\d{1,3}))?\b/g;

/** The numbers of the facts that a text cites. */
export function citedFacts(text: string): ReadonlySet<number> {
  const cited = new Set<number>();
  for (const [line] of text.matchAll(CITING_LINE))
    for (const [, first, last] of line.matchAll(NUMBERS))
      for (let number = Number(first); number <= Number(last ?? first); number++) cited.add(number);
  return cited;
}

/** The test files that cite each fact: their paths, by the fact's number. */
export function testsByFact(files: readonly TestFile[]): ReadonlyMap<number, readonly string[]> {
  const tests = new Map<number, string[]>();
  for (const { path, text } of files)
    for (const fact of citedFacts(text)) tests.set(fact, [...(tests.get(fact) ?? []), path]);
  return tests;
}
