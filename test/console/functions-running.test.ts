import { beforeAll, expect } from 'vitest';
import { fileOf } from '../../console/src/areas/functions/zip/code-file.ts';
import { writeZip } from '../../console/src/areas/functions/zip/zip.ts';
import { allow, createUser, iamClient } from '../support/identities.ts';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { functions } = sdk(server.controlUrl);
const FunctionName = 'running';
const FILE = 'nodejs/node_modules/words/index.js';

beforeAll(async () => {
  await functions.createFunction({
    FunctionName,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/any',
    Code: { ZipFile: await writeZip([fileOf('index.mjs', "export const handler = async () => console.log('hi');\n")]) },
  });
  await functions.publishVersion({ FunctionName });
  await functions.invoke({ FunctionName });
});

test('follows the log of a function while it runs, until the page is left', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/functions/${FunctionName}?tab=logs`);
  await page.getByRole('button', { name: 'Start live tail' }).click();
  await page.getByText('Following the log').waitFor();
  const tailed = page.getByRole('table', { name: 'Events as they come' }).or(page.locator('table').first());
  // The session is open a moment after it was asked for.
  await expect
    .poll(async () => {
      await functions.invoke({ FunctionName });
      return tailed.getByText('REPORT RequestId').count();
    })
    .toBeGreaterThan(0);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-tail');
  await page.setViewportSize({ width: 390, height: 844 });
  // Layouts follow the size a frame or two later.
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  const closed = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  await page.getByRole('tab', { name: 'Monitor' }).click();
  expect((await closed).failure()?.errorText).toBe('net::ERR_ABORTED');
});

test('saves layers, asynchronous settings and tags, and leaves what others set', async ({ user }) => {
  const { page } = user;
  const ZipFile = await writeZip([fileOf(FILE, 'exports.hi = 1;\n')]);
  const { LayerVersionArn = '' } = await functions.publishLayerVersion({ LayerName: 'spoken', Content: { ZipFile } });
  await user.signInAt(`/functions/${FunctionName}?tab=configuration&section=layers`);
  await page.getByRole('button', { name: 'Add a layer' }).click();
  await page.getByRole('combobox', { name: 'Layer version ARN' }).fill(LayerVersionArn);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The configuration was saved.').waitFor();
  const { Layers } = await functions.getFunctionConfiguration({ FunctionName });
  expect(Layers).toMatchObject([{ Arn: LayerVersionArn }]);

  await page.getByRole('tab', { name: 'Asynchronous' }).click();
  const asynchronous = page.locator('form', { has: page.getByRole('heading', { name: 'Asynchronous invocation' }) });
  const retries = page.getByLabel('Retry attempts');
  await retries.fill('1');
  await asynchronous.getByRole('button', { name: 'Save changes' }).click();
  const config = () => functions.getFunctionEventInvokeConfig({ FunctionName });
  await expect.poll(async () => (await config().catch(() => undefined))?.MaximumRetryAttempts).toBe(1);
  await functions.updateFunctionEventInvokeConfig({ FunctionName, MaximumEventAgeInSeconds: 120 });
  await retries.fill('');
  await asynchronous.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(async () => (await config()).MaximumRetryAttempts).toBe(2);
  expect((await config()).MaximumEventAgeInSeconds).toBe(120);

  const queue = page.getByLabel('SQS queue or SNS topic - optional');
  await queue.fill('no queue');
  const letters = page.locator('form', { has: page.getByRole('heading', { name: 'Dead-letter queue' }) });
  await letters.getByRole('button', { name: 'Save changes' }).click();
  await letters.getByText('is neither an SQS queue nor an SNS topic').waitFor();
  expect(await queue.inputValue()).toBe('no queue');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-refused');

  await page.getByRole('tab', { name: 'Tags' }).click();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('pets');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The tags were saved.').waitFor();
  expect((await functions.getFunction({ FunctionName })).Tags).toEqual({ team: 'pets' });
});

test('keeps instances of a version ready, and begins with how many there are', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/functions/${FunctionName}?tab=configuration&section=concurrency`);
  await page.getByRole('button', { name: 'Set provisioned concurrency' }).click();
  await page.getByRole('button', { name: 'Version or alias Choose' }).click();
  await page.getByRole('option', { name: /1$/ }).click();
  await page.getByRole('spinbutton', { name: 'Instances' }).fill('2');
  await page.keyboard.press('Enter');
  await page.getByText('Instances of 1 are being started.').waitFor();
  const version = { FunctionName, Qualifier: '1' };
  const { RequestedProvisionedConcurrentExecutions } = await functions.getProvisionedConcurrencyConfig(version);
  expect(RequestedProvisionedConcurrentExecutions).toBe(2);
  await page.getByRole('radio', { name: 'Select 1' }).check({ force: true });
  await page.getByRole('button', { name: 'Set provisioned concurrency' }).click();
  expect(await page.getByRole('spinbutton', { name: 'Instances' }).inputValue()).toBe('2');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-provisioned');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete provisioned concurrency' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('The provisioned concurrency of 1 was deleted.').waitFor();
  await expect(functions.getProvisionedConcurrencyConfig(version)).rejects.toThrow();
});

test('replaces the code by a zip file', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/functions/${FunctionName}?dialog=upload`);
  const buffer = Buffer.from(await writeZip([fileOf('index.mjs', 'export const handler = async () => "new";\n')]));
  await page.locator('input[type=file]').setInputFiles({ name: 'code.zip', mimeType: 'application/zip', buffer });
  expect(await user.seriousFindings()).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Deploy' }).click();
  await page.getByText('The code was deployed.').waitFor();
  await page.getByRole('textbox', { name: 'Code of index.mjs' }).getByText('"new"').waitFor();
  expect((await functions.invoke({ FunctionName })).Payload?.transformToString()).toBe('"new"');
});

test('says what somebody may not do', async ({ user }) => {
  const { page } = user;
  const key = await createUser(iamClient(server), allow(['lambda:GetFunction', 'sts:GetCallerIdentity']));
  await user.signInAt('/functions', known(key));
  await page.getByText('allow the action lambda:ListFunctions').waitFor();
  for (const [tab, action] of [
    ['logs', 'logs:DescribeLogGroups'],
    ['monitor', 'cloudwatch:GetMetricData'],
    ['versions', 'lambda:ListVersionsByFunction'],
    ['aliases', 'lambda:ListAliases'],
    ['configuration&section=permissions', 'lambda:GetPolicy'],
    ['configuration&section=async', 'lambda:ListFunctionEventInvokeConfigs'],
    ['configuration&section=tags', 'lambda:ListTags'],
  ] as const) {
    await user.goTo(`/functions/${FunctionName}?tab=${tab}`);
    await page.getByText(`allow the action ${action}`).first().waitFor();
  }
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-denied');
});
