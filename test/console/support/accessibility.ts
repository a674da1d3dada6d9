import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const COUNTED = new Set(['serious', 'critical']);
/** The small one: Chromium reads it anew in every document, and a run of all tests opens some hundreds. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Runs axe-core in the page; through the debugger, so that the page's policy stays as it is. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Once a document: a walk from page to page stays in it.
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(AXE);
  // Of the results only these: all that a page passed and that does not concern it comes with them.
  const violations = await page.evaluate<AxeResults['violations']>(
    'axe.run(document, { resultTypes: ["violations"], preload: false }).then(({ violations }) => violations)',
  );
  return violations
    .filter(({ impact }) => COUNTED.has(impact ?? ''))
    .flatMap(({ id, help, nodes }) => nodes.map(({ html, target }) => `${id}: ${help}: ${target.join(' ')}: ${html}`));
}
