import type { Page } from 'playwright-core';

// As text, since tests are compiled without a browser's types.
const SIDEWAYS = `[...document.querySelectorAll('table')].flatMap((table) => {
  const around = table.parentElement;
  const more = around.scrollWidth - around.clientWidth;
  return more > 1 ? [[...table.querySelectorAll('th')].map((cell) => cell.innerText).join(' | ') + ' by ' + more] : [];
})`;

/** Tables that are wider than their place, a line each with their columns. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(SIDEWAYS);
}
