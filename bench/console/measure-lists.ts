import type { Browser } from 'playwright-core';
import { createConsoleUser } from '../../test/console/support/console-user.ts';
import type { LongList } from './lists.ts';
import { type Figures, measureList, WATCH } from './measure-list.ts';

/** Measures each list some times, each time in a new private window that has read nothing yet. One that fails has no figures. */
export async function measureLists(
  browser: Browser,
  baseURL: string,
  lists: readonly LongList[],
  rounds: number,
): Promise<ReadonlyMap<LongList, readonly Figures[]>> {
  const figures = new Map<LongList, readonly Figures[]>();
  for (const list of lists) {
    const measured: Figures[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) measured.push(await inNewWindow(browser, baseURL, list));
    } catch (error) {
      // The account has been filled for minutes: the others are measured all the same, and the run fails in the end.
      console.error(`${list.name} (${list.path}) could not be measured.`, error);
      measured.length = 0;
    }
    figures.set(list, measured);
  }
  return figures;
}

async function inNewWindow(browser: Browser, baseURL: string, list: LongList): Promise<Figures> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await createConsoleUser(page).signInAt('/nowhere');
  try {
    return await measureList(page, list);
  } finally {
    await context.close();
  }
}
