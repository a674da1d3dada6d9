import type { Page } from 'playwright-core';
import type { LongList } from './lists.ts';

/** What one list costs. Times are in milliseconds. */
export interface Figures {
  /** From the navigation until the first items can be used. */
  readonly first: number;
  /** From the navigation until all are there. */
  readonly all: number;
  /** From the end of the last answer until all are there. */
  readonly afterData: number;
  /** The longest tasks of the main thread; 0 for none that Chromium calls long (50 ms). */
  readonly reading: number;
  readonly paging: number;
  readonly filtering: number;
  readonly sorting: number;
  /** Elements of the document, the most that were seen. */
  readonly nodes: number;
  /** Calls of APIs. */
  readonly calls: number;
}

const PAGES = 5;
/** Rows of a page, where a table has the most. */
const LARGEST_PAGE = 50;
/** What is typed: each key leaves fewer. */
const TYPED = '999';
/** As somebody types quickly; beyond what the address waits for before it follows. */
const KEY_MS = 120;
const SETTLED_MS = 600;

/** In every document once: notes long tasks. Long tasks of 50 ms and more are what Chromium tells (W3C, "Long Tasks API"). */
export const WATCH = `
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  performance.setResourceTimingBufferSize(5000);`;

/** Measures a list in a page that is signed in, and at which nothing of it has been read. */
export async function measureList(page: Page, list: LongList): Promise<Figures> {
  await start(page, list.path);
  return list.field === undefined ? measureTable(page, list) : measureField(page, list.path, list.field);
}

async function measureTable(page: Page, { count }: LongList): Promise<Figures> {
  const first = await clock(page, FIRST_ROW);
  const all = await clock(page, `Math.max(0, ...${COUNTERS}) >= ${count}`);
  const { calls, dataAt } = await read(page);
  const reading = await longest(page);
  const table = page.locator('table').filter({ visible: true }).first();
  const next = page.getByRole('button', { name: 'Next page' }).filter({ visible: true }).first();
  for (let turn = Math.min(PAGES, Math.floor(count / LARGEST_PAGE) - 1); turn > 0; turn -= 1) await next.click();
  const paging = await longest(page);
  await table.locator('thead').getByRole('button').first().click();
  await table.locator('thead').getByRole('button').first().click();
  const sorting = await longest(page);
  const before = await nodes(page);
  await page.getByRole('searchbox').filter({ visible: true }).first().pressSequentially(TYPED, { delay: KEY_MS });
  const filtering = await longest(page);
  return {
    ...{ first, all, afterData: all - dataAt, reading, paging, filtering, sorting, calls },
    nodes: Math.max(before, await nodes(page)),
  };
}

async function measureField(page: Page, path: string, label: string): Promise<Figures> {
  const place = path.includes('dialog=') ? page.getByRole('dialog') : page.getByRole('main');
  // What offers something to choose from; a tile of the same name offers nothing.
  const field = place
    .locator('button, input:not([type=radio])')
    .and(page.getByLabel(label))
    .filter({ visible: true })
    .first();
  await field.waitFor({ timeout: 8_000 });
  await quiet(page);
  const { calls } = await read(page);
  const reading = await longest(page);
  await page.evaluate('window.startedAt = performance.now()');
  await field.click({ timeout: 10_000 });
  const first = await clock(page, 'document.querySelectorAll("[role=option]").length > 3');
  const opening = await longest(page);
  const before = await nodes(page);
  await page.keyboard.type(TYPED, { delay: KEY_MS });
  const filtering = await longest(page);
  return {
    ...{ first, all: first, afterData: first, reading, paging: opening, filtering, sorting: 0, calls },
    nodes: Math.max(before, await nodes(page)),
  };
}

/** Items in brackets behind the titles, as tables count them. */
const COUNTERS = `[...document.querySelectorAll('h1, h2, h3')].map((title) => Number(/\\((\\d+)\\)/.exec(title.textContent)?.[1] ?? -1))`;
const FIRST_ROW = `[...document.querySelectorAll('tbody tr')].some((row) => row.offsetParent !== null && row.querySelectorAll('td, th').length > 1)`;

/** Goes to an address as a click does. */
async function start(page: Page, path: string): Promise<void> {
  const address = JSON.stringify(`/console/us-east-1${path}`);
  await page.evaluate(`window.longTasks.length = 0; performance.clearResourceTimings(); window.startedAt = performance.now();
    history.pushState(null, "", ${address}); dispatchEvent(new PopStateEvent("popstate"))`);
}

/** Milliseconds from the start until something is so, looked at once a frame; by the debugger, since the page's policy evaluates no text. */
function clock(page: Page, isSo: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const look = () => {
      if (${isSo}) resolve(performance.now() - window.startedAt);
      else if (performance.now() - window.startedAt > 60_000) reject(new Error("It did not come in a minute."));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** Until no call has been on its way for a moment. */
async function quiet(page: Page): Promise<void> {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    await page.waitForTimeout(SETTLED_MS);
    now = (await read(page)).calls;
  }
}

/** How many calls there were, and when the last answer had come. */
function read(page: Page): Promise<{ readonly calls: number; readonly dataAt: number }> {
  return page.evaluate(`(() => {
    const calls = performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "fetch");
    return { calls: calls.length, dataAt: Math.max(0, ...calls.map(({ responseEnd }) => responseEnd - window.startedAt)) };
  })()`);
}

/** The longest task since the last question. */
async function longest(page: Page): Promise<number> {
  await page.waitForTimeout(SETTLED_MS);
  return page.evaluate<number>('Math.max(0, ...window.longTasks.splice(0))');
}

function nodes(page: Page): Promise<number> {
  return page.evaluate<number>('document.querySelectorAll("*").length');
}
