import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const client = sdk(server.controlUrl);
const { apis } = client;

test('documents an API, part by part, with what each inherits', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'documented');
  const partsOf = async () => (await apis.getDocumentationParts({ restApiId })).items ?? [];
  await user.signInAt(`/apis/${restApiId}/documentation/create`);
  // Guide, "Inherit content from an API entity of more general specifications": for every path, method and status.
  await page.getByRole('textbox', { name: 'Content', exact: true }).fill('{"description": "An answer"}');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'documentation-create');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The documentation was saved.').waitFor();
  await page.getByRole('link', { name: 'GET /pets/{id}, 200' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'documentation-broad');
  expect(await partsOf()).toMatchObject([
    {
      location: { type: 'RESPONSE', path: '/', method: '*', statusCode: '*' },
      properties: '{"description": "An answer"}',
    },
  ]);

  await user.goTo(`/apis/${restApiId}/documentation`);
  const row = page.getByRole('row').filter({ hasText: 'GET /pets, 200' });
  await row.getByText('Inherited').waitFor();
  await row.getByText('An answer').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'documentation');
  await row.getByRole('link').click();
  await page.getByRole('heading', { name: 'Inherited content' }).waitFor();
  await page.getByRole('textbox', { name: 'Content', exact: true }).fill('[]');
  await page.getByText('The content is a JSON object').waitFor();
  await page.getByRole('textbox', { name: 'Content', exact: true }).fill('{"description": "All pets"}');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'documentation-part');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('in place of which the content above stands').waitFor();
  expect((await partsOf()).map(({ properties }) => properties)).toContain('{"description": "All pets"}');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('GET /pets, 200');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('The documentation part was deleted.').waitFor();
  expect(await partsOf()).toHaveLength(1);
});

test('makes versions and publishes them to a stage', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'versions');
  await apis.createDocumentationPart({ restApiId, location: { type: 'API' }, properties: '{"info": {}}' });
  const versionOfStage = async () => (await apis.getStage({ restApiId, stageName: 'prod' })).documentationVersion;
  await user.signInAt(`/apis/${restApiId}/documentation?tab=versions`);
  await page.getByText('No versions').waitFor();
  await page.getByRole('button', { name: 'Create version' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Version', { exact: true }).fill('1.0');
  await dialog.getByRole('button', { name: 'Publish to a stage' }).click();
  await page.getByRole('option', { name: 'prod' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'documentation-version');
  await dialog.getByRole('button', { name: 'Create version' }).click();
  await page.getByText('Version 1.0 was created.').waitFor();
  expect(await versionOfStage()).toBe('1.0');
  await apis.createDocumentationVersion({ restApiId, documentationVersion: '2.0' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('radio', { name: 'Select 2.0' }).check({ force: true });
  await page.getByRole('button', { name: 'Edit description' }).click();
  await dialog.getByLabel('Description').fill('The second');
  await page.keyboard.press('Enter');
  await page.getByText('Version 2.0 was saved.').waitFor();
  const { description } = await apis.getDocumentationVersion({ restApiId, documentationVersion: '2.0' });
  expect(description).toBe('The second');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByRole('button', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'prod' }).click();
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Version 2.0 was published to prod.').waitFor();
  expect(await versionOfStage()).toBe('2.0');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'documentation-versions');
  await page.getByRole('radio', { name: 'Select 1.0' }).check({ force: true });
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('textbox', { name: 'To confirm, type 1.0' }).fill('1.0');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Version 1.0 was deleted.').waitFor();
  const { items = [] } = await apis.getDocumentationVersions({ restApiId });
  expect(items.map(({ version }) => known(version))).toEqual(['2.0']);
});
