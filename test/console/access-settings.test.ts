import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const client = sdk(controlUrl);
const { apis } = client;

test('edits the settings of an API, and keeps what was typed when it is refused', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'set-in-console');
  await user.signInAt(`/apis/${restApiId}/settings`);
  await page.getByLabel('API name').fill('renamed-in-console');
  await page.getByRole('radio', { name: 'Authorizer' }).check();
  await page.getByLabel('API name').press('Enter');
  await page.getByText('The API was saved.').waitFor();
  expect(await apis.getRestApi({ restApiId })).toMatchObject({
    name: 'renamed-in-console',
    apiKeySource: 'AUTHORIZER',
  });

  await page.getByText('Compress answers').click();
  await page.getByLabel('Minimum body size (bytes)').fill('99999999');
  await page.getByLabel('Binary media types').fill('image/png\napplication/pdf');
  const save = page
    .locator('form')
    .filter({ hasText: 'Binary media types' })
    .getByRole('button', { name: 'Save changes' });
  await save.click();
  await page.getByText('Invalid minimum compression size, must be between 0 and 10485760').waitFor();
  expect(await page.getByLabel('Minimum body size (bytes)').inputValue()).toBe('99999999');
  await page.getByLabel('Minimum body size (bytes)').fill('1024');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-settings');
  await save.click();
  await expect
    .poll(() => apis.getRestApi({ restApiId }))
    .toMatchObject({ minimumCompressionSize: 1024, binaryMediaTypes: ['image/png', 'application/pdf'] });

  await page.getByRole('radio', { name: 'Private' }).check();
  await page.getByLabel('VPC endpoint IDs - optional').fill('vpce-1a2b3c4d');
  await page.getByText('Answer at the execute-api address').click();
  expect(await user.seriousFindings()).toEqual([]);
  await page
    .locator('form')
    .filter({ hasText: 'API endpoint type' })
    .getByRole('button', { name: 'Save changes' })
    .click();
  await expect
    .poll(() => apis.getRestApi({ restApiId }))
    .toMatchObject({
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-1a2b3c4d'] },
      disableExecuteApiEndpoint: true,
    });

  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('blue');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await apis.getRestApi({ restApiId })).tags).toEqual({ team: 'blue' });
});

/** API Gateway knows security by keys alone, besides its own extensions. */
const OTHER = {
  openapi: '3.0.1',
  info: { title: 'overwritten-in-console', version: '1' },
  components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
  paths: {
    '/cats': { get: { responses: { '200': { description: 'ok', content: { 'application/json': { example: 1 } } } } } },
  },
};

test('updates an API from a definition: merged, then overwritten with what was left out', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'imported-into-in-console');
  const pathsOf = async () => (await apis.getResources({ restApiId })).items?.map(({ path }) => path).sort();
  await user.signInAt(`/apis/${restApiId}/settings?tab=import`);
  const definition = page.getByRole('textbox', { name: 'Definition' });
  await definition.fill('openapi: 3.0.1\ninfo: {title: cats, version: "1"}\npaths: {/cats: {}}');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-import');
  await page.getByRole('button', { name: 'Update API' }).click();
  await page.getByText('The API was updated.').waitFor();
  expect(await pathsOf()).toEqual(['/', '/cats', '/pets', '/pets/{id}']);

  await page.getByRole('radio', { name: 'Overwrite' }).check();
  const file = { name: 'cats.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(OTHER)) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('overwritten-in-console').waitFor();
  await page.getByRole('button', { name: 'Update API' }).click();
  const dialog = page.getByRole('dialog', { name: 'Overwrite cats' });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-import-overwrite');
  await dialog.getByRole('button', { name: 'Overwrite' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/Unsupported security definition type 'http' for 'basic'/).waitFor();
  expect(await pathsOf()).toEqual(['/', '/cats']);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'api-imported');
});

test('generates a client certificate, shows the stages that use it, and deletes it', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'certified-in-console');
  await user.signInAt('/client-certificates');
  await page.getByText('No client certificates').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'client-certificates-empty');
  await page.getByRole('button', { name: 'Generate certificate' }).first().click();
  await page.getByLabel('Description - optional').fill('For the backend');
  expect(await user.seriousFindings()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('was generated.').waitFor();
  const { items: [made] = [] } = await apis.getClientCertificates({});
  const clientCertificateId = known(made?.clientCertificateId);
  expect(made).toMatchObject({ description: 'For the backend' });
  await page.getByText('None. Choose it in a stage’s settings.').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${clientCertificateId}.pem`);

  const use = { op: 'replace', path: '/clientCertificateId', value: clientCertificateId } as const;
  await apis.updateStage({ restApiId, stageName: 'prod', patchOperations: [use] });
  await user.goTo('/client-certificates');
  await page.getByRole('link', { name: clientCertificateId }).click();
  await page.getByLabel('Description', { exact: true }).fill('Renamed');
  await page.keyboard.press('Enter');
  await page.getByText('The description was saved.').waitFor();
  await page.getByRole('link', { name: 'certified-in-console: prod' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'client-certificate');
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(clientCertificateId);
  await page.keyboard.press('Enter');
  await dialog.getByText(/cannot be deleted while stages use it/).waitFor();
  await apis.updateStage({ restApiId, stageName: 'prod', patchOperations: [{ ...use, value: '' }] });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText(`Certificate ${clientCertificateId} was deleted.`).waitFor();
  expect((await apis.getClientCertificates({})).items ?? []).toEqual([]);
});
