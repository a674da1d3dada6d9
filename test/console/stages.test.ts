import { IAM } from '@aws-sdk/client-iam';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const client = sdk(controlUrl);
const { apis } = client;

test('lists stages, makes one for a deployment, and deletes it once its name is typed', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'stages-in-console');
  await user.signInAt(`/apis/${restApiId}/stages`);
  await page.getByRole('link', { name: 'prod', exact: true }).waitFor();
  await page.getByText(`/_aws/execute-api/${restApiId}/prod`).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stages');

  await page.getByRole('button', { name: 'Create stage' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create stage' });
  await dialog.getByLabel('Stage name').fill('not valid');
  await dialog.getByRole('button', { name: 'Create stage' }).click();
  await dialog.getByText('The request was refused').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stages-create');
  await dialog.getByLabel('Stage name').fill('test');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'test', level: 1 }).waitFor();
  expect((await apis.getStage({ restApiId, stageName: 'test' })).deploymentId).toMatch(/^\w+$/);

  await page.getByRole('button', { name: 'Delete stage' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('test');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Stage test was deleted.').waitFor();
  await expect(apis.getStage({ restApiId, stageName: 'test' })).rejects.toThrow('Invalid stage identifier specified');
});

const form = (page: Page, title: string) => page.locator('form').filter({ hasText: title });

async function save(page: Page, title: string, told: string): Promise<void> {
  await form(page, title).getByRole('button', { name: 'Save changes' }).click();
  await page.getByText(told).waitFor();
}

test('shows and changes what a stage is set to', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'stage-in-console');
  await user.signInAt(`/apis/${restApiId}/stages/prod`);
  await page.getByText('curl http').first().waitFor();
  expect(await page.title()).toBe('prod | Sallyport');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-overview');

  await page.getByRole('tab', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Description').fill('For everybody');
  await save(page, 'Stage settings', 'The settings were saved.');
  await page.getByText('Provision API cache').click();
  await save(page, 'Cache cluster', 'The cache was saved.');
  await page.getByRole('button', { name: 'Flush cache' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Flush cache' }).click();
  await page.getByText('The cache is empty.').waitFor();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('pets');
  await save(page, 'Tags', 'The tags were saved.');
  expect(await apis.getStage({ restApiId, stageName: 'prod' })).toMatchObject({
    description: 'For everybody',
    cacheClusterEnabled: true,
    cacheClusterSize: '0.5',
    tags: { team: 'pets' },
  });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-settings');
});

test('changes variables, access logs and tracing', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'logged-in-console');
  const role = { op: 'replace', path: '/cloudwatchRoleArn', value: 'arn:aws:iam::000000000000:role/logs' } as const;
  await apis.updateAccount({ patchOperations: [role] });
  await user.signInAt(`/apis/${restApiId}/stages/prod?tab=variables`);
  await page.getByRole('button', { name: 'Add stage variable' }).click();
  await page.getByLabel('Name of variable 1').fill('backend');
  await page.getByLabel('Value of backend').fill('a.example');
  await save(page, 'Stage variables', 'The stage variables were saved.');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-variables');

  await page.getByRole('tab', { name: 'Logs and tracing' }).click();
  await page.getByLabel('Destination ARN').fill('arn:aws:logs:us-east-1:000000000000:log-group:console-access');
  await page.getByLabel('Log format').fill('no id');
  await form(page, 'Access logging').getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Access Log format must include').waitFor();
  await takeScreenshots(page, 'stage-logs');
  await page.getByRole('button', { name: 'Insert an example' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  await save(page, 'Access logging', 'Access logging was saved.');
  await page.getByText('Trace requests').click();
  await save(page, 'X-Ray tracing', 'Tracing was saved.');
  expect(await apis.getStage({ restApiId, stageName: 'prod' })).toMatchObject({
    variables: { backend: 'a.example' },
    accessLogSettings: { format: expect.stringContaining('"requestId":"$context.requestId"') },
    tracingEnabled: true,
  });
  expect(await user.seriousFindings()).toEqual([]);
});

test('keeps what was typed by somebody who may only look, and names the action that he lacks', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'read-in-console');
  const iam = new IAM({ endpoint: controlUrl, region: 'us-east-1', credentials });
  await iam.createUser({ UserName: 'console-reader' });
  const statement = { Effect: 'Allow', Action: 'apigateway:GET', Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await iam.putUserPolicy({ UserName: 'console-reader', PolicyName: 'read', PolicyDocument });
  const { AccessKey } = await iam.createAccessKey({ UserName: 'console-reader' });
  await user.signInAt(`/apis/${restApiId}/stages/prod?tab=settings`, {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  });
  await page.getByLabel('Description').fill('Mine');
  await page.keyboard.press('Enter');
  await page.getByText('to allow the action apigateway:PATCH').waitFor();
  expect(await page.getByLabel('Description').inputValue()).toBe('Mine');
  expect((await apis.getStage({ restApiId, stageName: 'prod' })).description).toBeUndefined();
});

test('sets methods by themselves', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'methods-in-console');
  await user.signInAt(`/apis/${restApiId}/stages/prod?tab=methods`);
  await page.getByLabel('Rate (requests per second)').fill('50');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The method settings were saved.').waitFor();
  await page.getByRole('button', { name: 'Add override' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add settings of one method' });
  await dialog.getByRole('button', { name: 'Method' }).click();
  await page.getByRole('option', { name: 'GET /pets/{id}' }).click();
  await dialog.getByRole('button', { name: 'Add override' }).click();
  await page.getByRole('heading', { name: 'Settings of GET /pets/{id}' }).waitFor();
  await page.getByText('Cache responses').click();
  await page.getByLabel('Time to live (seconds, 0 to 3600)').fill('60');
  await page.getByText('Detailed metrics', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('60 s', { exact: true }).waitFor();
  const { methodSettings = {} } = await apis.getStage({ restApiId, stageName: 'prod' });
  expect(methodSettings['*/*']).toMatchObject({ throttlingRateLimit: 50, cachingEnabled: false });
  expect(methodSettings['~1pets~1{id}/GET']).toMatchObject({
    throttlingRateLimit: 50,
    cachingEnabled: true,
    cacheTtlInSeconds: 60,
    metricsEnabled: true,
  });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'stage-methods');

  // What was typed for one is not another's.
  await page.getByLabel('Rate (requests per second)').fill('7');
  await page.getByRole('radio', { name: 'Select */*' }).check({ force: true });
  await page.getByRole('heading', { name: 'Settings of all methods' }).waitFor();
  expect(await page.getByLabel('Rate (requests per second)').inputValue()).toBe('50');
  await page.getByRole('radio', { name: 'Select ~1pets~1{id}/GET' }).check({ force: true });
  await page.getByRole('button', { name: 'Remove override' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove override' }).click();
  await page.getByText('GET /pets/{id} follows the settings of all methods again.').waitFor();
  expect(Object.keys((await apis.getStage({ restApiId, stageName: 'prod' })).methodSettings ?? {})).toEqual(['*/*']);
});
