import { expect } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { consoleTests } from './support/index.ts';
import { readAgain } from './support/read-again.ts';

const { server, test } = await consoleTests();
const { apis, logs } = sdk(server.controlUrl);
/** Two pages of `DescribeLogGroups`. */
const GROUPS = 70;

/** Issue 9: "lists of 10,000 items stay smooth (virtual or paged)". */
test('what has come of a list can be used while the rest is on its way', async ({ user }) => {
  const { page } = user;
  for (let number = 0; number < GROUPS; number += 1) {
    await logs.createLogGroup({ logGroupName: `group-${String(number).padStart(2, '0')}` });
  }
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/*', async (route) => {
    if (route.request().postData()?.includes('nextToken')) await held;
    await route.continue();
  });
  await user.signInAt('/log-groups');
  await page.getByRole('link', { name: 'group-00' }).waitFor();
  await expect.poll(() => page.getByRole('heading', { name: 'Log groups' }).textContent()).toContain('(50+)');
  await page.getByText('Reading more').waitFor();
  await page.getByRole('searchbox').fill('group-4');
  await page.getByText('10 matches').first().waitFor();
  goOn();
  await page.getByRole('searchbox').fill('group-6');
  await page.getByText('10 matches').first().waitFor();
  await expect.poll(() => page.getByRole('heading', { name: 'Log groups' }).textContent()).toContain(`(${GROUPS})`);
  expect(await page.getByText('Reading more').count()).toBe(0);
});

test('sorts by a column both ways, says so, and begins at the first page again', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/log-groups');
  const first = page.locator('tbody tr').first();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect.poll(() => first.textContent()).toContain('group-25');
  const name = page.locator('thead').getByRole('button').first();
  await name.click();
  await expect.poll(() => first.textContent()).toContain('group-00');
  await page.locator('th[aria-sort=ascending]').waitFor();
  await name.click();
  await expect.poll(() => first.textContent()).toContain(`group-${GROUPS - 1}`);
  await page.locator('th[aria-sort=descending]').waitFor();
});

test('goes on showing what was read when a later reading fails, and says that it failed', async ({ user }) => {
  const { page } = user;
  const { id = '' } = await apis.createUsagePlan({ name: 'shown plan' });
  await user.signInAt(`/usage-plans/${id}`);
  await page.getByRole('heading', { name: 'shown plan' }).waitFor();
  await page.route(`**/usageplans/${id}`, (route) =>
    route.fulfill({ status: 403, json: { __type: 'AccessDeniedException', message: 'Not any more.' } }),
  );
  await readAgain(page, `/usageplans/${id}`);
  await page.getByText('Not any more.').first().waitFor();
  expect(await page.getByText('shown plan').count()).toBeGreaterThan(0);
});
