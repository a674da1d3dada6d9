import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
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

test('makes a key of its own value in a plan, shows it, makes it inactive and deletes it', async ({ user }) => {
  const { page } = user;
  const { restApiId } = await keyedPets(client, 'keyed-in-console');
  const value = 'a-value-that-clients-know-already';
  await user.signInAt('/api-keys/create');
  await page.getByLabel('Name', { exact: true }).fill('mobile app');
  await page.getByLabel('Description').fill('The app in the stores');
  await page.getByRole('radio', { name: 'Custom' }).check({ force: true });
  await page.getByLabel('Value', { exact: true }).fill('too-short');
  await page.getByRole('button', { name: 'Usage plans' }).click();
  await page.getByRole('option', { name: 'keyed-in-console' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Create API key' }).click();
  await page.getByText('API Key value should be at least 20 characters').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-key-create');
  await page.getByLabel('Value', { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Create API key' }).click();
  await page.getByText('API key mobile app was created.').waitFor();
  await expect.poll(() => call(restApiId, value)).toBe(200);

  await page.getByRole('button', { name: 'Show the key mobile app' }).click();
  await page.getByText(value).waitFor();
  // What is hidden is not kept: to show it again is to ask again, and to be allowed to.
  await page.getByRole('button', { name: 'Hide the key mobile app' }).click();
  const asked = page.waitForRequest(/includeValue=true/, { timeout: 5_000 });
  await page.getByRole('button', { name: 'Show the key mobile app' }).click();
  await asked;
  await page.getByText(value).waitFor();
  await page.getByRole('link', { name: 'keyed-in-console' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-key');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('apps');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The tags were saved.').waitFor();

  await user.goTo('/api-keys?search=mobile');
  const row = page.getByRole('row').filter({ hasText: 'mobile app' });
  await row.getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Make inactive' }).click();
  await row.getByText('Inactive').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-keys');
  await expect.poll(() => call(restApiId, value)).toBe(403);
  const { items = [] } = await apis.getApiKeys({ nameQuery: 'mobile', includeValues: true });
  expect(items).toMatchObject([
    { value, enabled: false, description: 'The app in the stores', tags: { team: 'apps' } },
  ]);

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('mobile app');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('API key mobile app was deleted.').waitFor();
  expect((await apis.getApiKeys({ nameQuery: 'mobile' })).items).toEqual([]);
});

test('takes a key out of a plan and into another, and edits it over what others changed meanwhile', async ({
  user,
}) => {
  const { page } = user;
  const { keyId } = await keyedPets(client, 'first-plan');
  await apis.createUsagePlan({ name: 'second-plan' });
  await user.signInAt(`/api-keys/${keyId}`);
  await page.getByRole('row').filter({ hasText: 'first-plan' }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('first-plan was removed from first-plan.').waitFor();
  await page.getByText('In no usage plan').waitFor();
  await page.getByRole('button', { name: 'Edit API key details' }).click();
  await page.getByLabel('Description').fill('For partners');
  const customerId = [{ op: 'replace', path: '/customerId', value: 'customer-7' }] as const;
  await apis.updateApiKey({ apiKey: keyId, patchOperations: [...customerId] });
  await page.getByRole('button', { name: 'Add to usage plan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Usage plan Choose' }).click();
  await page.getByRole('option', { name: 'second-plan' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-key-add-to-plan');
  await dialog.getByRole('button', { name: 'Add to usage plan' }).click();
  await page.getByText('The key was added to second-plan.').waitFor();
  expect((await apis.getUsagePlans({ keyId })).items?.map(({ name }) => name)).toEqual(['second-plan']);

  await page.getByLabel('Description').press('Enter');
  await page.getByText('The API key was saved.').waitFor();
  expect(await apis.getApiKey({ apiKey: keyId })).toMatchObject({
    description: 'For partners',
    customerId: 'customer-7',
    enabled: true,
  });
});

test('imports keys from comma-separated values, and tells of lines that it left out', async ({ user }) => {
  const { page } = user;
  const value = 'imported-key-of-more-than-thirty-characters';
  const csv = `Name,Key,Description\npartner,${value},A partner\nshort,abc,Too short\n`;
  await user.signInAt('/api-keys/import');
  const keys = page.getByRole('textbox', { name: 'Keys' });
  await keys.fill('Name,Key\nshort,abc');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('Unable to import record: 1.').waitFor();
  expect(await keys.inputValue()).toBe('Name,Key\nshort,abc');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'k.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect.poll(() => keys.inputValue()).toBe(csv);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-keys-import');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('One line was left out').waitFor();
  await page.getByText('Unable to import record: 2.').waitFor();
  await page.getByRole('link', { name: 'partner' }).click();
  await page.getByRole('heading', { name: 'partner', level: 1 }).waitFor();
  const { items = [] } = await apis.getApiKeys({ nameQuery: 'partner', includeValues: true });
  expect(items).toMatchObject([{ value, description: 'A partner' }]);
});

test('finds the recent requests of one key', async ({ user }) => {
  const { page } = user;
  const { restApiId, keyId, value } = await keyedPets(client, 'counted-by-key');
  const other = await apis.createApiKey({ name: 'other', enabled: true });
  await expect.poll(() => call(restApiId, value)).toBe(200);
  expect(await call(restApiId, known(other.value))).toBe(403);
  await user.signInAt(`/api-keys/${keyId}`);
  await page.getByRole('link', { name: 'Recent requests with the key' }).click();
  await page.getByRole('heading', { name: 'Recent requests', level: 1 }).waitFor();
  const rows = page.getByRole('row').filter({ hasText: `/prod/pets` });
  await page.getByRole('button', { name: 'API key counted-by-key' }).waitFor();
  await rows.getByText('200', { exact: true }).first().waitFor();
  expect(await rows.getByText('403', { exact: true }).count()).toBe(0);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'requests-by-key');
  expect(await page.content()).not.toContain(value);
});
