import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSERS, chromiumPath } from '../test/console/support/chromium.ts';
import { createConsoleUser } from '../test/console/support/console-user.ts';
import { clients } from '../test/console/support/walk/clients.ts';
import { startSallyport } from '../test/support/sallyport.ts';
import { filled } from './console/filled.ts';
import { longLists } from './console/lists.ts';
import { measureLists } from './console/measure-lists.ts';
import { overBudget, publishLists } from './console/publish-lists.ts';
import { type SignedClient, signedClient } from './support/signed-client.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const ROUNDS = 5;
const RESOURCES = 300;
const VERBS = ['get', 'post', 'put', 'delete'];
const APIS = 10_000;
/** Of everything else that lists show. */
const ITEMS = 10_000;
const LIST_ROUNDS = 3;
const CONNECTIONS = 8;

/** The most that a step may take, in milliseconds, and JavaScript weigh, in bytes as sent (issue: "The management console"). */
const BUDGET = { first: 1_000, tree: 500, search: 100, bytes: 500 * 1024 };

/** The console in Chromium, by the browser's own clock: the first page, the tree of a large API, a long list. */
export default async function consoleInBrowser(): Promise<void> {
  const executablePath = await chromiumPath(BROWSERS);
  if (executablePath === undefined) throw new Error('The benchmark needs Chromium on the PATH.');
  const sallyport = await startSallyport(['--ephemeral', '--recent-requests', '1000']);
  const call = signedClient(sallyport.controlUrl, CONNECTIONS);
  const { id } = await call('POST', '/restapis?mode=import', largeFile());
  await createMany(call);
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const rounds: Round[] = [];
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1)
    rounds.push(await runRound(browser, sallyport.controlUrl, String(id)));
  const client = clients(sallyport);
  const filledWith = await filled(client, sallyport, ITEMS);
  const lists = await measureLists(browser, sallyport.controlUrl, longLists(filledWith, ITEMS), LIST_ROUNDS);
  await browser.close();
  await sallyport.stop();
  const measured = rounds.slice(1);
  const times = (name: keyof Round) => measured.map((round) => round[name]);
  await publish('console', {
    title: 'The console in a browser',
    head: ['what', 'figure'],
    rows: [
      ['first page usable, nothing cached', spread(times('first'), 'ms')],
      ['JavaScript before it, as sent', `${Math.round(median(times('bytes')) / 1024)} KB`],
      [`tree of ${RESOURCES * VERBS.length} methods, from the click`, spread(times('tree'), 'ms')],
      [`list of ${APIS} APIs, from the click`, spread(times('list'), 'ms')],
      ['search in it, from the key to the next frame', spread(times('search'), 'ms')],
    ],
    notes: [
      `Median (least to most) of ${ROUNDS} rounds, each in a new private window of Chromium without a display.`,
      'Times are of `performance.now()` in the page. The tree and the list are read from the server each time.',
    ],
  });
  await publishLists(lists);
  const slow = Object.entries(BUDGET).filter(([name, most]) => median(times(name as keyof Round)) > most);
  const over = [...slow.map(([name, most]) => `${name} over ${most}`), ...overBudget(lists)];
  if (over.length > 0) throw new Error(`Over budget: ${over.join(', ')}`);
}

interface Round {
  readonly first: number;
  readonly bytes: number;
  readonly tree: number;
  readonly list: number;
  readonly search: number;
}

async function runRound(browser: Browser, baseURL: string, apiId: string): Promise<Round> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto('/console/', { waitUntil: 'commit' });
  const first = await clock(page, 'document.querySelector("input") !== null', '0');
  const bytes = await page.evaluate<number>(SCRIPT_BYTES);
  const user = createConsoleUser(page);
  await user.signInAt('/nowhere');
  const tree = await clockOf(
    page,
    `/console/us-east-1/apis/${apiId}/resources`,
    'document.querySelectorAll("[role=treeitem]").length > 20',
  );
  const list = await clockOf(page, '/console/us-east-1/apis', `document.body.textContent.includes("(${APIS + 1})")`);
  await page.evaluate(
    'window.keyAt = 0; document.addEventListener("keydown", () => { window.keyAt = performance.now(); })',
  );
  await page.getByRole('searchbox').press('9');
  const search = await clock(page, 'document.body.textContent.includes(" matches")', 'window.keyAt');
  await context.close();
  return { first, bytes, tree, list, search };
}

const SCRIPT_BYTES = `performance.getEntriesByType("resource")
  .filter(({ name }) => name.endsWith(".js")).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

/** Goes to an address as a click does; milliseconds until what is waited for stands in the document. */
async function clockOf(page: Page, address: string, isThere: string): Promise<number> {
  await page.evaluate(
    `window.clickedAt = performance.now(); history.pushState(null, "", ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent("popstate"))`,
  );
  return clock(page, isThere, 'window.clickedAt');
}

/** Looked at once a frame, so it is up to 17 ms late; by the debugger, since the page's policy evaluates no text. */
function clock(page: Page, isThere: string, since: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => (${isThere}) ? resolve(performance.now() - ${since}) : requestAnimationFrame(look);
    look();
  })`);
}

function largeFile(): object {
  const integration = { type: 'mock', requestTemplates: { 'application/json': '{"statusCode": 200}' } };
  const operation = { responses: { 200: { description: 'OK' } }, 'x-amazon-apigateway-integration': integration };
  const item = Object.fromEntries(VERBS.map((verb) => [verb, operation]));
  const paths = Object.fromEntries(Array.from({ length: RESOURCES }, (_, number) => [`/things${number}`, item]));
  return { openapi: '3.0.1', info: { title: 'large', version: '1.0' }, paths };
}

async function createMany(call: SignedClient): Promise<void> {
  const numbers = Array.from({ length: APIS }, (_, number) => number).values();
  const create = async () => {
    for (const number of numbers) await call('POST', '/restapis', { name: `api ${number}` });
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, create));
}
