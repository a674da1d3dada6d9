import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';
import { keyedPets } from './support/keyed-pets.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const client = sdk(controlUrl);
const { apis } = client;

/** Calls `GET /pets` of the stage `prod`, with a key. */
const call = (restApiId: string, key: string): Promise<number> =>
  fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/prod/pets`, { headers: { 'x-api-key': key } }).then(
    ({ status }) => status,
  );

test('makes a plan, and gives it a stage, a throttled method and a key', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'planned-in-console');
  const key = await apis.createApiKey({ name: 'planned-key', enabled: true });
  await user.signInAt('/usage-plans/create');
  await page.getByLabel('Name', { exact: true }).fill('gold');
  await page.getByRole('checkbox', { name: 'Throttling' }).check({ force: true });
  await page.getByLabel('Rate').fill('-1');
  await page.getByLabel('Burst').fill('20');
  await page.getByRole('checkbox', { name: 'Quota' }).check({ force: true });
  await page.getByLabel('Requests', { exact: true }).fill('1000');
  await page.keyboard.press('Enter');
  await page.getByText('Usage Plan throttle limits must not be negative').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan-create');
  await page.getByLabel('Rate').fill('10');
  await page.keyboard.press('Enter');
  await page.getByText('Usage plan gold was created.').waitFor();

  await page.getByRole('button', { name: 'Add stage' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'API Choose an API' }).click();
  await page.getByRole('option', { name: 'planned-in-console' }).click();
  await dialog.getByRole('button', { name: 'Stage Choose a stage' }).click();
  await page.getByRole('option', { name: 'prod' }).click();
  await dialog.getByRole('button', { name: 'Add stage' }).click();
  await page.getByText('Stage prod was added.').waitFor();

  await page.getByRole('button', { name: 'Throttle a method' }).click();
  await dialog.getByRole('button', { name: 'Method Choose a method' }).click();
  await page.getByRole('option', { name: 'GET /pets/{id}' }).click();
  await dialog.getByLabel('Rate').fill('2');
  await dialog.getByLabel('Burst').fill('3');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan-throttle-method');
  await page.keyboard.press('Enter');
  await page.getByText('GET /pets/{id} is throttled.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan-stages');

  await page.getByRole('tab', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'Add API key' }).click();
  await dialog.getByRole('button', { name: 'API key Choose' }).click();
  await page.getByRole('option', { name: 'planned-key' }).click();
  await dialog.getByRole('button', { name: 'Add API key' }).click();
  await page.getByText('API key planned-key was added.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan-keys');

  const [plan] = (await apis.getUsagePlans({ keyId: known(key.id) })).items ?? [];
  expect(plan).toMatchObject({
    name: 'gold',
    throttle: { rateLimit: 10, burstLimit: 20 },
    quota: { limit: 1_000, offset: 0, period: 'MONTH' },
    apiStages: [{ apiId: restApiId, stage: 'prod', throttle: { '/pets/{id}/GET': { rateLimit: 2, burstLimit: 3 } } }],
  });
});

test('shows what a key used and has left, extends its quota, and shows its throttle as it stands', async ({ user }) => {
  const { page } = user;
  const { restApiId, planId, keyId, value } = await keyedPets(client, 'used-in-console');
  const throttle = [
    { op: 'replace', path: '/throttle/rateLimit', value: '0.01' },
    { op: 'replace', path: '/throttle/burstLimit', value: '50' },
  ] as const;
  await apis.updateUsagePlan({ usagePlanId: planId, patchOperations: [...throttle] });
  await expect.poll(() => call(restApiId, value)).toBe(200);
  for (let requests = 1; requests < 7; requests += 1) await call(restApiId, value);
  await user.signInAt(`/usage-plans/${planId}?tab=keys`);
  await page.getByRole('link', { name: 'Show usage of used-in-console' }).click();
  await page.getByText('Requests a day, by UTC').waitFor();
  await page.getByText('993', { exact: true }).first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan-usage', true);

  await page.getByRole('row').filter({ hasText: 'used-in-console' }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Extend quota' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('993 requests are left of this month.').waitFor();
  await dialog.getByLabel('Requests that shall be left').fill('5000');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan-extend');
  await page.keyboard.press('Enter');
  await page.getByText('used-in-console may make 5,000 more requests.').waitFor();
  const today = new Date().toISOString().slice(0, 10);
  const { items } = await apis.getUsage({ usagePlanId: planId, keyId, startDate: today, endDate: today });
  expect(items?.[keyId]).toEqual([[7, 5_000]]);
  await page.getByRole('button', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'Last 90 days' }).click();
  await page.getByText('5,000', { exact: true }).first().waitFor();
  await takeScreenshots(page, 'usage-plan-usage-90');

  await page.getByRole('tab', { name: 'Live limits' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Of the plan' });
  await row.getByText(/^4\d(\.\d+)? of 50$/).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan-limits');
});

test('edits a plan where it stands, and deletes it with its stages once its name is typed', async ({ user }) => {
  const { page } = user;
  const { restApiId, planId, value } = await keyedPets(client, 'silver');
  await expect.poll(() => call(restApiId, value)).toBe(200);
  await user.signInAt(`/usage-plans/${planId}`);
  await page.getByRole('button', { name: 'Edit usage plan details' }).click();
  await page.getByLabel('Description').fill('For partners');
  await page.getByRole('checkbox', { name: 'Throttling' }).uncheck({ force: true });
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The usage plan was saved.').waitFor();
  await page.getByText('Not throttled').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plan');
  const plan = await apis.getUsagePlan({ usagePlanId: planId });
  expect(plan).toMatchObject({ description: 'For partners', quota: { limit: 1_000 } });
  expect(plan).not.toHaveProperty('throttle');

  await user.goTo('/usage-plans?search=silver');
  await page.getByRole('row').filter({ hasText: 'silver' }).getByRole('radio').check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'usage-plans');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('1 API key no longer opens its stage').waitFor();
  await page.getByRole('dialog').getByRole('textbox').fill('silver');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Usage plan silver was deleted.').waitFor();
  await expect(apis.getUsagePlan({ usagePlanId: planId })).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect.poll(() => call(restApiId, value)).toBe(403);
});
