import { expect } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { apis } = sdk(server.controlUrl);

test('walks the tree by keyboard alone', async ({ user }) => {
  const { page } = user;
  const { id: restApiId = '', rootResourceId: parentId = '' } = await apis.createRestApi({ name: 'by-keyboard' });
  const { id: resourceId = '' } = await apis.createResource({ restApiId, parentId, pathPart: 'pets' });
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({ ...method, type: 'MOCK' });
  await user.signInAt(`/apis/${restApiId}/resources`);
  const rows = page.getByRole('treeitem');
  await page.getByRole('tree', { name: 'Resources and methods' }).focus();
  await rows.nth(2).waitFor();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => rows.count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => rows.count()).toBe(3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '/pets - GET - Method execution' }).waitFor();
});

test('deletes a method, and then its resource, and leads to what it was in', async ({ user }) => {
  const { page } = user;
  const { id: restApiId = '', rootResourceId: parentId = '' } = await apis.createRestApi({
    name: 'deletes-in-console',
  });
  const { id: resourceId = '' } = await apis.createResource({ restApiId, parentId, pathPart: 'pets' });
  await apis.putMethod({ restApiId, resourceId, httpMethod: 'GET', authorizationType: 'NONE' });
  await user.signInAt(`/apis/${restApiId}/resources/${resourceId}/GET`);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('GET');
  await page.keyboard.press('Enter');
  await page.getByText('GET /pets was deleted.').waitFor();
  expect(page.url()).toMatch(new RegExp(`/resources/${resourceId}$`));
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('/pets');
  await page.keyboard.press('Enter');
  await page.getByText('/pets was deleted.', { exact: true }).waitFor();
  expect(page.url()).toMatch(new RegExp(`/resources/${parentId}$`));
  expect((await apis.getResources({ restApiId })).items).toMatchObject([{ path: '/' }]);
});

test('deletes the response of an integration, and then that of its method, once the status is typed', async ({
  user,
}) => {
  const { page } = user;
  const { id: restApiId = '', rootResourceId: resourceId = '' } = await apis.createRestApi({ name: 'responses-gone' });
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({ ...method, type: 'MOCK' });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  await user.signInAt(`/apis/${restApiId}/resources/${resourceId}/GET?step=integration-response`);
  for (const step of ['Integration responses', 'Method responses']) {
    await page.getByRole('heading', { name: `${step} (1)` }).waitFor();
    await page.getByRole('button', { name: 'Delete response 200' }).click();
    await page.getByRole('dialog', { name: 'Delete response 200' }).getByRole('textbox').fill('200');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `${step} (0)` }).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('tab', { name: 'Method response', exact: true }).click();
  }
  const { methodResponses, methodIntegration } = await apis.getMethod(method);
  expect([methodResponses, methodIntegration?.integrationResponses]).toEqual([undefined, undefined]);
});

test('enables CORS for a resource', async ({ user }) => {
  const { page } = user;
  const { id: restApiId = '', rootResourceId: resourceId = '' } = await apis.createRestApi({ name: 'cors-in-console' });
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  await user.signInAt(`/apis/${restApiId}/resources/${resourceId}`);
  await page.getByRole('button', { name: 'Enable CORS' }).click();
  await page.getByLabel('Access-Control-Allow-Origin').fill('https://pages.example');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'cors');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('CORS is enabled for /.').waitFor();
  const { resourceMethods } = await apis.getResource({ restApiId, resourceId, embed: ['methods'] });
  const mapped = (verb: string) =>
    resourceMethods?.[verb]?.methodIntegration?.integrationResponses?.['200']?.responseParameters;
  // Guide, "Enable CORS on a resource using the API Gateway console": what the wizard writes.
  expect(mapped('OPTIONS')).toEqual({
    'method.response.header.Access-Control-Allow-Headers':
      "'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token'",
    'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
    'method.response.header.Access-Control-Allow-Origin': "'https://pages.example'",
  });
  expect(mapped('GET')).toEqual({ 'method.response.header.Access-Control-Allow-Origin': "'https://pages.example'" });
  const { responseParameters } = await apis.getGatewayResponse({ restApiId, responseType: 'DEFAULT_4XX' });
  expect(responseParameters).toEqual({
    'gatewayresponse.header.Access-Control-Allow-Origin': "'https://pages.example'",
  });
});

test('shows what an API says as text, whatever it is', async ({ user }) => {
  const { page } = user;
  const evil = '<img src=x onerror=alert(1)>';
  const { id: restApiId = '', rootResourceId: resourceId = '' } = await apis.createRestApi({
    name: evil,
    description: evil,
  });
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE', operationName: 'evil' });
  await apis.putIntegration({ ...method, type: 'MOCK', requestTemplates: { 'application/json': evil } });
  page.on('dialog', (dialog) => expect.fail(`a script ran: ${dialog.message()}`));
  await user.signInAt(`/apis/${restApiId}/resources/${resourceId}/GET?step=integration-request`);
  await page.getByText(evil).first().waitFor();
  await user.goTo('/apis');
  await page.getByRole('link', { name: evil }).waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
