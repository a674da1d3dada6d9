import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const COUNTED = new Set(['serious', 'critical']);

/** Runs axe-core in the page; through the debugger, so that the page's policy stays as it is. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Once a document: a walk from page to page stays in it.
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"], preload: false })',
  );
  return violations
    .filter(({ impact }) => COUNTED.has(impact ?? ''))
    .flatMap(({ id, help, nodes }) => nodes.map(({ html, target }) => `${id}: ${help}: ${target.join(' ')}: ${html}`));
}
