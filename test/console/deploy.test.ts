import { buffer } from 'node:stream/consumers';
import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const client = sdk(controlUrl);
const { apis } = client;

/** What clients notice: `GET /pets/{id}` goes, `GET /pets` wants a key. */
async function breakPets(restApiId: string): Promise<void> {
  const { items = [] } = await apis.getResources({ restApiId });
  const idOf = (path: string): string => known(items.find((resource) => resource.path === path)?.id);
  await apis.deleteResource({ restApiId, resourceId: idOf('/pets/{id}') });
  await apis.updateMethod({
    restApiId,
    resourceId: idOf('/pets'),
    httpMethod: 'GET',
    patchOperations: [{ op: 'replace', path: '/apiKeyRequired', value: 'true' }],
  });
}

const call = (restApiId: string, path: string): Promise<number> =>
  fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}${path}`).then(({ status }) => status);

test('deploys, having said what that changes, and tells how to call it', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'deployed-in-console');
  await breakPets(restApiId);
  await user.signInAt(`/apis/${restApiId}/deploy?stage=prod`);
  await page.getByText('2 breaking, 0 risky, 0 safe').waitFor();
  await page.getByText('GET /pets/{id} is gone').waitFor();
  await page.getByText('API key required: false becomes true').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'deploy', true);
  await page.getByLabel('Deployment description').fill('With keys');
  await page.keyboard.press('Enter');
  await page.getByText('The API is deployed to prod').waitFor();
  await page.getByText(`/_aws/execute-api/${restApiId}/prod/pets`).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'deployed');
  await expect.poll(() => call(restApiId, '/prod/pets')).toBe(403);

  await page.getByRole('button', { name: 'Deploy again' }).click();
  await page.getByText('Nothing has changed since the last deployment').waitFor();
  await page.getByRole('button', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'New stage' }).click();
  await page.getByLabel('Stage name').fill('test');
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The API is deployed to test').waitFor();
  expect((await apis.getStage({ restApiId, stageName: 'test' })).deploymentId).toMatch(/^\w+$/);
});

test('compares deployments, goes back to one, and deletes what nobody serves', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'history-in-console');
  const first = known((await apis.getStage({ restApiId, stageName: 'prod' })).deploymentId);
  await breakPets(restApiId);
  const second = known((await apis.createDeployment({ restApiId, stageName: 'prod', description: 'Second' })).id);
  await user.signInAt(`/apis/${restApiId}/stages/prod?tab=history`);
  await page.getByRole('row').filter({ hasText: first }).getByRole('radio').check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-history');
  await page.getByRole('button', { name: 'Change active deployment' }).click();
  const dialog = page.getByRole('dialog', { name: `Let prod serve ${first}` });
  await dialog.getByText('GET /pets/{id} is new').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-rollback');
  await dialog.getByRole('button', { name: 'Change active deployment' }).click();
  await page.getByText(`prod serves deployment ${first}.`).waitFor();
  await expect.poll(() => call(restApiId, '/prod/pets')).toBe(200);

  await user.goTo(`/apis/${restApiId}/deployments`);
  const rowOf = (id: string) => page.getByRole('row').filter({ hasText: id });
  await rowOf(first).getByRole('checkbox').check({ force: true });
  await rowOf(second).getByRole('checkbox').check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'deployments');
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('heading', { name: 'Compare deployments', level: 1 }).waitFor();
  await page.getByText(/^GET \/pets\/\{id\} is (new|gone)$/).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'deployments-compare');

  await user.goTo(`/apis/${restApiId}/deployments`);
  await rowOf(second).getByRole('checkbox').check({ force: true });
  await page.getByRole('button', { name: 'Edit description' }).click();
  await page.getByRole('dialog').getByLabel('Description').fill('The second one');
  await page.keyboard.press('Enter');
  await page.getByText(`The description of deployment ${second} was saved.`).waitFor();
  expect(await apis.getDeployment({ restApiId, deploymentId: second })).toMatchObject({
    description: 'The second one',
  });
  await page.getByRole('button', { name: 'Delete deployment' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(second);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText(`Deployment ${second} was deleted.`).waitFor();
  expect((await apis.getDeployments({ restApiId })).items?.map(({ id }) => id)).toEqual([first]);
});

test('exports what a stage serves, and generates a client', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'exported-in-console');
  await user.signInAt(`/apis/${restApiId}/stages/prod?tab=export`);
  await page.getByText('"openapi"').waitFor();
  await page.getByRole('button', { name: 'Format' }).click();
  await page.getByRole('option', { name: 'YAML' }).click();
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('option', { name: 'All of API Gateway' }).click();
  await page.getByText('x-amazon-apigateway-integration').first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-export');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^oas30_.*\.yaml$/);
  expect(String(await buffer(await file.createReadStream()))).toContain('x-amazon-apigateway-integration');

  await page.getByRole('button', { name: 'Generate and download' }).click();
  await page.getByText('The request was refused').waitFor();
  await page.getByLabel('Service Name').fill('PetsSdk');
  await page.getByLabel('Java Package Name').fill('example.pets');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-sdk');
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Generate and download' }).click(),
  ]);
  expect(archive.suggestedFilename()).toMatch(/^java_.*\.zip$/);
  expect(String((await buffer(await archive.createReadStream())).subarray(0, 2))).toBe('PK');
});

test('tries a deployment as a canary, shows how it does, and promotes it', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'canary-in-console');
  const variable = { op: 'replace', path: '/variables/backend', value: 'old.example' } as const;
  await apis.updateStage({ restApiId, stageName: 'prod', patchOperations: [variable] });
  await user.signInAt(`/apis/${restApiId}/stages/prod?tab=canary`);
  await page.getByRole('button', { name: 'Create canary' }).click();
  await page.getByRole('slider', { name: 'Requests to the canary' }).focus();
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('spinbutton', { name: 'Percentage of requests to the canary' }).fill('50');
  await page.getByRole('button', { name: 'Add override' }).click();
  await page.getByLabel('Name of override 1').fill('backend');
  await page.getByText('In the stage: old.example').waitFor();
  await page.getByLabel('Value of backend in the canary').fill('new.example');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The canary was created.').waitFor();

  await page.getByRole('link', { name: 'Deploy API' }).click();
  await page.getByText('this deployment goes to the canary').waitFor();
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The API is deployed to prod').waitFor();
  const { canarySettings, deploymentId } = await apis.getStage({ restApiId, stageName: 'prod' });
  expect(canarySettings).toMatchObject({ percentTraffic: 50, stageVariableOverrides: { backend: 'new.example' } });
  expect(canarySettings?.deploymentId).not.toBe(deploymentId);

  await Promise.all(Array.from({ length: 40 }, () => call(restApiId, '/prod/pets')));
  await page.getByRole('link', { name: 'Go to the stage' }).click();
  await page.getByRole('tab', { name: 'Canary' }).click();
  const shares = page.getByRole('row').filter({ hasText: 'Share of requests' });
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Refresh' }).click();
        return shares.textContent();
      },
      { timeout: 15_000 },
    )
    .toMatch(/\d\.\d %.*\d\.\d %/);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-canary', true);

  await page.getByRole('button', { name: 'Promote canary' }).click();
  const dialog = page.getByRole('dialog', { name: 'Promote the canary of prod' });
  await dialog.getByText('backend becomes “new.example” in place of “old.example”').waitFor();
  await dialog.getByText('Nothing differs').waitFor();
  await dialog.getByText('Delete the canary afterwards').click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-promote');
  await dialog.getByRole('button', { name: 'Promote canary' }).click();
  await page.getByText('The canary was promoted.').waitFor();
  const promoted = await apis.getStage({ restApiId, stageName: 'prod' });
  expect(promoted).toMatchObject({ deploymentId: canarySettings?.deploymentId, variables: { backend: 'new.example' } });
  expect(promoted.canarySettings).toBeUndefined();
});
