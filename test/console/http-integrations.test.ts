import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const { v2, functions } = sdk(controlUrl);
let ApiId: string;

beforeAll(async () => {
  const api = await v2.createApi({ Name: 'integrations-in-console', ProtocolType: 'HTTP' });
  ApiId = known(api.ApiId);
  await functions.createFunction({
    FunctionName: 'pets-of-console',
    Role: 'arn:aws:iam::000000000000:role/pets',
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Code: { ZipFile: createZip({ 'index.js': 'exports.handler = async () => ({});' }) },
  });
});

test('leads a route to a function, which gives its leave', async ({ user }) => {
  const { page } = user;
  const { RouteId } = await v2.createRoute({ ApiId, RouteKey: 'GET /pets' });
  await user.signInAt(`/apis/${ApiId}/integrations`);
  await page.getByText('No integrations yet').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-integrations-empty');

  await user.goTo(`/apis/${ApiId}/routes/${RouteId}`);
  await page.getByRole('link', { name: 'Create and attach an integration' }).click();
  await page.getByRole('combobox', { name: 'Lambda function' }).fill('pets-of');
  await page.getByRole('option', { name: 'pets-of-console' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-integration-create');
  await page.getByRole('button', { name: 'Create integration' }).click();
  await page.getByRole('link', { name: 'Lambda function pets-of-console' }).waitFor();
  const { Policy = '' } = await functions.getPolicy({ FunctionName: 'pets-of-console' });
  expect(Policy).toContain(`:${ApiId}/*/*`);
  const [made] = (await v2.getIntegrations({ ApiId })).Items ?? [];
  expect(made).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0', TimeoutInMillis: 30_000 });

  await page.getByRole('link', { name: 'Lambda function pets-of-console' }).click();
  await page.getByRole('link', { name: 'GET /pets' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(known(made?.IntegrationId));
  await page.keyboard.press('Enter');
  await dialog.getByText(/referenced by the following Routes/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('leads to a server, and maps parameters of requests and responses', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/apis/${ApiId}/integrations/create`);
  await page.getByText('The request goes on to another server.').click();
  await page.getByLabel('URL').fill('ftp://backend');
  await page.keyboard.press('Enter');
  await page.getByText('Invalid Integration URI specified').waitFor();
  await page.getByLabel('URL').fill('https://backend.test/pets');
  await page.getByLabel('Secure server name').fill('pets.internal');
  await page.getByLabel('Timeout in milliseconds').fill('5000');
  await page.getByRole('button', { name: 'Create integration' }).click();
  await page.getByRole('heading', { name: 'ANY https://backend.test/pets', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'Edit parameter mapping of requests' }).click();
  await page.getByRole('button', { name: 'Add mapping' }).click();
  await page.getByLabel('Parameter 1 of requests').fill('header.x-user');
  await page.getByLabel('Value 1 of requests').fill('$request.querystring.user');
  await page.getByRole('button', { name: 'Add mapping' }).click();
  await page.getByLabel('Parameter 2 of requests').fill('header.cookie');
  await page.getByRole('button', { name: /Modification type 2/ }).click();
  await page.getByRole('option', { name: 'Remove' }).click();
  await takeScreenshots(page, 'http-integration-request-mapping');
  expect(await user.seriousFindings()).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByRole('cell', { name: 'Remove header.cookie' })
    .or(page.getByText('Remove header.cookie'))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Edit parameter mapping of responses' }).click();
  await page.getByRole('button', { name: 'Add a status code' }).click();
  await page.getByLabel('Status code', { exact: true }).fill('500');
  await page.getByLabel('Parameter 1 of Responses with 500').fill('statuscode');
  await page.getByLabel('Value 1 of Responses with 500').fill('403');
  await takeScreenshots(page, 'http-integration-response-mapping');
  expect(await user.seriousFindings()).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Overwrite statuscode').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-integration');
  const { Items = [] } = await v2.getIntegrations({ ApiId });
  expect(Items.find(({ IntegrationType }) => IntegrationType === 'HTTP_PROXY')).toMatchObject({
    IntegrationUri: 'https://backend.test/pets',
    TimeoutInMillis: 5_000,
    TlsConfig: { ServerNameToVerify: 'pets.internal' },
    RequestParameters: { 'overwrite:header.x-user': '$request.querystring.user', 'remove:header.cookie': "''" },
    ResponseParameters: { 500: { 'overwrite:statuscode': '403' } },
  });
  await page.getByRole('button', { name: 'Edit integration details' }).click();
  await page.getByLabel('Description').fill('All pets');
  // Somebody else's change, while the form stands open.
  const IntegrationId = known(/integrations\/(\w+)/.exec(page.url())?.[1]);
  await v2.updateIntegration({ ApiId, IntegrationId, TimeoutInMillis: 6_000 });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('All pets').waitFor();
  expect(await v2.getIntegration({ ApiId, IntegrationId })).toMatchObject({
    Description: 'All pets',
    TimeoutInMillis: 6_000,
  });
  await user.goTo(`/apis/${ApiId}/integrations`);
  await page.getByRole('link', { name: 'Lambda function pets-of-console' }).waitFor();
  await takeScreenshots(page, 'http-integrations');
});

test('deletes an integration to which no route leads', async ({ user }) => {
  const { page } = user;
  const shop = {
    IntegrationType: 'HTTP_PROXY',
    IntegrationMethod: 'ANY',
    IntegrationUri: 'https://shop.test',
  } as const;
  const { IntegrationId = '' } = await v2.createIntegration({ ApiId, ...shop, PayloadFormatVersion: '1.0' });
  await user.signInAt(`/apis/${ApiId}/integrations/${IntegrationId}?dialog=delete`);
  await page.getByRole('dialog').getByRole('textbox').fill(IntegrationId);
  await page.keyboard.press('Enter');
  await page.getByText('The integration was deleted.').waitFor();
  expect(page.url()).toMatch(/\/integrations$/);
  await expect(v2.getIntegration({ ApiId, IntegrationId })).rejects.toThrow();
});

test('finds an integration by the route that leads to it, however late the routes come', async ({ user }) => {
  const { page } = user;
  await page.route(/\/v2\/apis\/\w+\/routes\?/, async (route) => {
    await sleep(500);
    await route.continue();
  });
  await user.signInAt(`/apis/${ApiId}/integrations`);
  await page.getByRole('link', { name: 'Lambda function pets-of-console' }).waitFor();
  await page.getByPlaceholder('Search').fill('GET /pets');
  await page.getByText('1 match').first().waitFor();
  expect(await page.getByRole('link', { name: 'Lambda function pets-of-console' }).count()).toBe(1);
});

test('makes authorizers of both kinds, and changes one', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/apis/${ApiId}/authorizers`);
  await page.getByText('No authorizers yet').waitFor();
  await page.getByRole('link', { name: 'Create authorizer' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('tokens');
  await page.getByLabel('Issuer URL').fill('no address');
  await page.getByLabel('Audience').fill('one\ntwo');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await page.getByText('Invalid issuer: no address').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-authorizer-create');
  await page.getByLabel('Issuer URL').fill('https://issuer.test');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'tokens', level: 1 }).waitFor();

  await user.goTo(`/apis/${ApiId}/authorizers/create`);
  await page.getByText('A function looks at the request and decides.').click();
  await page.getByLabel('Name', { exact: true }).fill('asks');
  await page.getByRole('combobox', { name: 'Lambda function' }).fill('pets-of');
  await page.getByRole('option', { name: 'pets-of-console' }).click();
  await takeScreenshots(page, 'http-authorizer-create-lambda');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await page.getByRole('heading', { name: 'asks', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Edit authorizer details' }).click();
  await page.getByLabel('Cache duration in seconds').fill('60');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('60 s').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-authorizer');
  const { Items = [] } = await v2.getAuthorizers({ ApiId });
  expect(Items.find(({ Name }) => Name === 'tokens')).toMatchObject({
    AuthorizerType: 'JWT',
    JwtConfiguration: { Issuer: 'https://issuer.test', Audience: ['one', 'two'] },
  });
  expect(Items.find(({ Name }) => Name === 'asks')).toMatchObject({
    AuthorizerType: 'REQUEST',
    EnableSimpleResponses: true,
    AuthorizerResultTtlInSeconds: 60,
  });
  const { Policy = '' } = await functions.getPolicy({ FunctionName: 'pets-of-console' });
  expect(Policy).toContain(`:${ApiId}/authorizers/*`);
  await user.goTo(`/apis/${ApiId}/authorizers`);
  await page.getByRole('link', { name: 'asks' }).waitFor();
  await takeScreenshots(page, 'http-authorizers');
  await page.getByRole('link', { name: 'asks' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('asks');
  await page.keyboard.press('Enter');
  await page.getByText('Authorizer asks was deleted.').waitFor();
});
