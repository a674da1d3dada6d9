import { expect } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { apis } = sdk(server.controlUrl);

test('signs in at a deep link and lists the APIs', async ({ user }) => {
  const { id } = await apis.createRestApi({ name: 'listed-in-console', description: 'For the list' });
  // A page before it that has read the same list, for something else.
  await user.signInAt('/monitor');
  const { page } = user;
  await page.getByRole('row').filter({ hasText: 'listed-in-console' }).waitFor();
  await user.goTo('/apis');
  const row = page.getByRole('row').filter({ hasText: id ?? '' });
  await row.waitFor();
  expect(await page.title()).toBe('APIs | Sallyport');
  expect(await row.textContent()).toMatch(/For the list.*REST.*EDGE/);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'apis', true);
});

test('deletes an API once its name is typed', async ({ user }) => {
  const { page } = user;
  const { id = '' } = await apis.createRestApi({ name: 'deleted-in-console' });
  await user.signInAt('/apis');
  await page.getByRole('searchbox', { name: 'Search' }).fill(id);
  await page.getByRole('row').filter({ hasText: id }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete API' });
  const confirm = dialog.getByRole('button', { name: 'Delete' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('deleted-in-console');
  expect(await user.seriousFindings()).toEqual([]);
  await confirm.click();
  await page.getByText('deleted-in-console was deleted.').waitFor();
  await page.getByText('No matches').waitFor();
  await expect(apis.getRestApi({ restApiId: id })).rejects.toThrow('Invalid API identifier specified');
});

test('makes the PetStore example, and an API from a definition with what was left out of it', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/apis/create?from=example');
  await page.getByRole('button', { name: 'Create API' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'create-api');
  await page.getByRole('button', { name: 'Create API' }).click();
  await page.getByText('PetStore was created.').waitFor();
  await user.goTo('/apis/create?from=import');
  await page
    .getByLabel('Definition')
    .last()
    .fill('openapi: 3.0.1\ninfo: {title: imported-in-console, version: "1"}\npaths: {}\nwebhooks: {}\n');
  await page.getByRole('button', { name: 'Import API' }).click();
  await page.getByText('imported-in-console was created.').waitFor();
});
