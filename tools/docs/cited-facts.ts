import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

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

/**
 * The test files that cite each fact.
 * @param root of the repository
 * @returns paths from the root, sorted, by the fact's number
 */
export async function testsByFact(root: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const tests = new Map<number, string[]>();
  for (const file of [...(await testFiles(root, 'src')), ...(await testFiles(root, 'test'))])
    for (const fact of citedFacts(await readFile(join(root, file), 'utf8')))
      tests.set(fact, [...(tests.get(fact) ?? []), file]);
  return tests;
}

async function testFiles(root: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}
