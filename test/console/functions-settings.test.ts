import { beforeAll, expect } from 'vitest';
import { fileOf } from '../../console/src/areas/functions/zip/code-file.ts';
import { writeZip } from '../../console/src/areas/functions/zip/zip.ts';
import { createApi, invocationUri, known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const client = sdk(server.controlUrl);
const { apis, functions } = client;
const FunctionName = 'configured';
let apiId = '';
let resourceId = '';

beforeAll(async () => {
  const code =
    "export const handler = async () => { console.log('a line of the log'); return process.env.GREETING; };\n";
  const { FunctionArn } = await functions.createFunction({
    FunctionName,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/any',
    Code: { ZipFile: await writeZip([fileOf('index.mjs', code)]) },
  });
  await functions.publishVersion({ FunctionName });
  await functions.updateFunctionConfiguration({ FunctionName, Description: 'Greets' });
  await functions.invoke({ FunctionName });
  ({ restApiId: apiId, resourceId } = await createApi(client, 'configured'));
  const method = { restApiId: apiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  const uri = invocationUri(known(FunctionArn));
  await apis.putIntegration({ ...method, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri });
});

test('configures a function', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/functions/${FunctionName}?tab=configuration`);
  await page.getByLabel('Memory (MB)').fill('12');
  await page.getByRole('button', { name: 'Save changes' }).first().click();
  await page.getByText("Value '12' at 'memorySize' failed to satisfy constraint").waitFor();
  expect(await page.getByLabel('Memory (MB)').inputValue()).toBe('12');
  await page.getByLabel('Memory (MB)').fill('256');
  await page.getByRole('button', { name: 'Save changes' }).first().click();
  await page.getByText('The configuration was saved.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-general');

  await page.getByRole('tab', { name: 'Environment' }).click();
  await page.getByRole('button', { name: 'Edit environment variables' }).click();
  await page.getByRole('button', { name: 'Add environment variable' }).click();
  await page.getByLabel('Key of variable 1').fill('GREETING');
  await page.getByLabel('Value of GREETING').fill('servus');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-environment-edit');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Show values').waitFor();
  expect(await page.getByText('servus').count()).toBe(0);
  await page.getByText('Show values').click();
  await page.getByText('servus').waitFor();
  await takeScreenshots(page, 'function-environment');

  await page.getByRole('tab', { name: 'Concurrency' }).click();
  await page.getByRole('radio', { name: 'Reserve concurrency' }).click();
  await page.getByLabel('Invocations at one time').fill('3');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect
    .poll(async () => (await functions.getFunctionConcurrency({ FunctionName })).ReservedConcurrentExecutions)
    .toBe(3);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-concurrency');
  for (const [section, heading] of [
    ['Asynchronous', 'Dead-letter queue'],
    ['Layers', 'Layers'],
    ['Tags', 'Tags'],
  ] as const) {
    await page.getByRole('tab', { name: section, exact: true }).click();
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await user.seriousFindings()).toEqual([]);
    await takeScreenshots(page, `function-${section.toLowerCase()}`);
  }
  expect(await functions.getFunctionConfiguration({ FunctionName })).toMatchObject({
    MemorySize: 256,
    Environment: { Variables: { GREETING: 'servus' } },
  });
});

test('lets an API invoke a function, leads from one to the other, and gives the function a URL', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/functions/${FunctionName}?tab=configuration&section=permissions&dialog=add-permission`);
  await page.getByLabel('Statement ID').fill('from-the-api');
  await page.getByRole('button', { name: 'Choose an API' }).click();
  await page.getByRole('option', { name: apiId }).click();
  await page.getByRole('button', { name: 'Method Any method' }).click();
  await page.getByRole('option', { name: 'GET' }).click();
  await page.getByLabel('Path', { exact: true }).fill('/configured');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-add-permission');
  await page.getByRole('dialog').getByRole('button', { name: 'Add permissions' }).click();
  await page.getByText('The statement from-the-api was added.').waitFor();
  await takeScreenshots(page, 'function-permissions');
  expect((await functions.getPolicy({ FunctionName })).Policy).toContain(`${apiId}/*/GET/configured`);

  await page.getByRole('link', { name: 'configured: GET /configured' }).first().click();
  await page.getByRole('tab', { name: 'Integration request' }).click();
  await page.getByRole('link', { name: `function:${FunctionName}` }).click();
  await page.getByRole('heading', { name: 'Function overview' }).waitFor();

  await page.getByRole('tab', { name: 'Configuration' }).click();
  await page.getByRole('tab', { name: 'Function URL' }).click();
  await page.getByRole('button', { name: 'Create function URL' }).click();
  await page.getByRole('radio', { name: 'NONE' }).click();
  await page.getByText('Configure cross-origin').click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-url-dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('The function URL was saved.').waitFor();
  await takeScreenshots(page, 'function-url');
  expect(await functions.getFunctionUrlConfig({ FunctionName })).toMatchObject({
    AuthType: 'NONE',
    Cors: { AllowOrigins: ['*'], AllowMethods: ['*'] },
  });
  const { Policy = '' } = await functions.getPolicy({ FunctionName });
  expect(Policy).toContain('lambda:InvokeFunctionUrl');
  expect(Policy).toContain('lambda:InvokedViaFunctionUrl');

  await page.getByRole('radio', { name: 'Select $LATEST' }).check({ force: true });
  await page.getByRole('button', { name: 'Delete function URL' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('$LATEST');
  await page.keyboard.press('Enter');
  await page.getByText('The function URL was deleted.').waitFor();
  await expect(functions.getFunctionUrlConfig({ FunctionName })).rejects.toThrow();
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await page.getByRole('radio', { name: 'Select from-the-api' }).check({ force: true });
  await page.getByRole('button', { name: 'Delete permission' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('from-the-api');
  await page.keyboard.press('Enter');
  await page.getByText('The statement from-the-api was deleted.').waitFor();
  expect((await functions.getPolicy({ FunctionName })).Policy).not.toContain('from-the-api');
});

test('publishes versions, shares calls out between them, and shows how a function does', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/functions/${FunctionName}?tab=versions`);
  await page.getByRole('button', { name: 'Publish new version' }).click();
  await page.getByLabel('Version description').fill('second');
  await page.keyboard.press('Enter');
  await page.getByText('Version 2 was published.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-versions');

  await page.getByRole('tab', { name: 'Aliases' }).click();
  await page.getByRole('button', { name: 'Create alias' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('live');
  await page.getByRole('button', { name: 'Version Choose a version' }).click();
  await page.getByRole('option', { name: '1', exact: true }).click();
  await page.getByRole('button', { name: 'Additional version' }).click();
  await page.getByRole('option', { name: /^2/ }).click();
  await page.getByText('90 % of calls go to version 1, 10 % to version 2.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-alias-dialog');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The alias live was saved.').waitFor();
  await takeScreenshots(page, 'function-aliases');
  expect(await functions.getAlias({ FunctionName, Name: 'live' })).toMatchObject({
    FunctionVersion: '1',
    RoutingConfig: { AdditionalVersionWeights: { 2: 0.1 } },
  });

  await page.getByRole('link', { name: 'live', exact: true }).click();
  await page.getByText('Alias live', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Code of index.mjs' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-version');

  await user.goTo(`/functions/${FunctionName}?tab=aliases&dialog=delete-alias&item=live`);
  await page.getByRole('dialog', { name: 'Delete alias' }).getByRole('textbox').fill('live');
  await page.keyboard.press('Enter');
  await page.getByText('The alias live was deleted.').waitFor();
  await user.goTo(`/functions/${FunctionName}?tab=versions&dialog=delete-version&item=2`);
  await page.getByRole('dialog', { name: 'Delete version' }).getByRole('textbox').fill('2');
  await page.keyboard.press('Enter');
  await page.getByText('Version 2 was deleted.').waitFor();
  const { Versions = [] } = await functions.listVersionsByFunction({ FunctionName });
  expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '1']);
  expect((await functions.listAliases({ FunctionName })).Aliases).toEqual([]);

  await user.goTo(`/functions/${FunctionName}?tab=logs`);
  await page.getByText('a line of the log').first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-logs');
  await page.getByRole('tab', { name: 'Monitor' }).click();
  await page.getByRole('heading', { name: 'Concurrent executions' }).waitFor();
  await page.getByText('Duration p99').first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'function-monitor');
});

test('publishes a layer, and deletes its version', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/layers?dialog=publish');
  await page.getByLabel('Name', { exact: true }).fill('words');
  const buffer = Buffer.from(await writeZip([fileOf('nodejs/node_modules/words/index.js', 'exports.hi = 1;\n')]));
  await page.locator('input[type=file]').setInputFiles({ name: 'words.zip', mimeType: 'application/zip', buffer });
  expect(await user.seriousFindings()).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByText('Version 1 of words was created.').waitFor();
  await takeScreenshots(page, 'layers');
  await page.getByRole('link', { name: 'words' }).click();
  await page.getByRole('radio', { name: 'Select 1' }).check({ force: true });
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'layer');
  await page.getByRole('button', { name: 'Delete version' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('Version 1 was deleted.').waitFor();
  expect((await functions.listLayerVersions({ LayerName: 'words' })).LayerVersions).toEqual([]);
});
