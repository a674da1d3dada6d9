import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const { v2 } = sdk(controlUrl);

test('makes an HTTP API that answers at once', async ({ user }) => {
  const { page } = user;
  const upstream = await startUpstream((_, response) => response.end('woof'));
  await user.signInAt('/apis/create');
  await page.getByRole('radio', { name: /^HTTP API/ }).click();
  await page.getByRole('heading', { name: 'Create HTTP API', level: 1 }).waitFor();
  await page.getByLabel('API name').fill('quick-in-console');
  await page.getByRole('radio', { name: /^HTTP URI/ }).check();
  await page.getByLabel('URL').fill(upstream.url);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-create');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '$default' }).waitFor();
  const { Items = [] } = await v2.getApis({ MaxResults: '500' });
  const ApiId = known(Items.find(({ Name }) => Name === 'quick-in-console')?.ApiId);
  const response = await fetch(`${gatewayUrl}/_aws/execute-api/${ApiId}/dogs`);
  expect(await response.text()).toBe('woof');

  await user.goTo(`/apis/${ApiId}/stages/${encodeURIComponent('$default')}?tab=test`);
  await page.getByLabel('Path', { exact: true }).fill('/cats?a=1');
  await page.keyboard.press('Enter');
  await page.getByText('The integration', { exact: true }).waitFor();
  await page.getByText('200', { exact: true }).first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-stage-test');
  await upstream.stop();
});

test('lets pages of other origins call an API, and takes that back', async ({ user }) => {
  const { page } = user;
  const { ApiId } = await v2.createApi({ Name: 'cors-in-console', ProtocolType: 'HTTP' });
  await user.signInAt(`/apis/${ApiId}/cors`);
  await page.getByLabel('Access-Control-Allow-Origin').fill('example.com');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText("allowOrigins contains 'example.com'").waitFor();
  await page.getByLabel('Access-Control-Allow-Origin').fill('https://a.test\nhttps://b.test');
  await page.getByRole('button', { name: /Choose methods/ }).click();
  await page.getByRole('option', { name: 'GET' }).click();
  await page.getByRole('option', { name: 'POST' }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('Access-Control-Max-Age').fill('600');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The CORS configuration was saved.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-cors');
  expect((await v2.getApi({ ApiId })).CorsConfiguration).toMatchObject({
    AllowOrigins: ['https://a.test', 'https://b.test'],
    AllowMethods: ['GET', 'POST'],
    MaxAge: 600,
  });
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click();
  await page.getByText('CORS is off.').waitFor();
  expect((await v2.getApi({ ApiId })).CorsConfiguration).toBeUndefined();
});

test('changes what an API is called and deletes it', async ({ user }) => {
  const { page } = user;
  const { ApiId } = await v2.createApi({ Name: 'settings-in-console', ProtocolType: 'HTTP' });
  await user.signInAt(`/apis/${ApiId}/settings`);
  await page.getByLabel('Description').fill('For everybody');
  await page.getByText('Default endpoint', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Save changes' }).first().click();
  await page.getByText('The settings were saved.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-settings');
  expect(await v2.getApi({ ApiId })).toMatchObject({ Description: 'For everybody', DisableExecuteApiEndpoint: true });
  await page.getByRole('button', { name: 'Delete API' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('settings-in-console');
  await page.keyboard.press('Enter');
  await page.getByText('settings-in-console was deleted.').waitFor();
  await expect(v2.getApi({ ApiId })).rejects.toThrow('Invalid API identifier specified');
});
