import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { type ConsoleUser, expect, takeScreenshots, test } from './support/index.ts';

const { controlUrl, gatewayUrl } = inject('sallyport');
const { apis } = sdk(controlUrl);

// Issue 9: the way of somebody who has never seen Sallyport, by mouse and keyboard.
test('makes an API, its methods, tries them, deploys and calls them', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/apis');
  await page.getByRole('link', { name: 'Create API' }).first().click();
  await page.getByLabel('API name').fill('walkthrough');
  await page.getByRole('button', { name: 'Create API' }).click();
  await page.getByText('walkthrough was created.').waitFor();

  await page.getByRole('button', { name: 'Create resource' }).click();
  await page.getByLabel('Resource name').fill('users');
  await page.keyboard.press('Enter');
  await page.getByText('/users was created.').waitFor();
  await takeScreenshots(page, 'resource');
  expect(await user.seriousFindings()).toEqual([]);

  await createMock(user, 'GET');
  await createMock(user, 'POST');
  await answerWith(page, '{"made": "$context.resourcePath"}');

  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByRole('textbox', { name: 'Request body' }).fill('{"name": "Ada"}');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('Method completed with status: 200').first().waitFor();
  expect(await page.getByRole('textbox', { name: 'Response body' }).textContent()).toBe('{"made": "/users"}');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'test-method', true);

  await page.getByRole('link', { name: 'Deploy API' }).click();
  await page.getByLabel('Stage name').fill('prod');
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The API is deployed to prod').waitFor();
  const apiId = /\/apis\/(\w+)\//.exec(page.url())?.[1];
  const response = await fetch(`${gatewayUrl}/_aws/execute-api/${apiId}/prod/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name": "Ada"}',
  });
  expect(await response.json()).toEqual({ made: '/users' });
});

async function createMock({ page, seriousFindings }: ConsoleUser, verb: string): Promise<void> {
  await page.getByRole('treeitem', { name: '/users' }).click();
  await page.getByRole('link', { name: 'Create method' }).first().click();
  await page.getByRole('button', { name: 'Method type' }).click();
  await page.getByRole('option', { name: verb, exact: true }).click();
  await page.getByRole('radio', { name: 'Mock' }).click();
  expect(await seriousFindings()).toEqual([]);
  if (verb === 'GET') await takeScreenshots(page, 'create-method');
  await page.getByRole('button', { name: 'Create method' }).click();
  await page.getByText(`${verb} /users was created.`).waitFor();
}

/** Gives the method's 200 a mapping template. */
async function answerWith(page: Page, template: string): Promise<void> {
  await page.getByRole('tab', { name: 'Integration response' }).click();
  await page.getByRole('button', { name: 'Edit response 200' }).click();
  await page.getByRole('button', { name: 'Add mapping template' }).click();
  await page.getByRole('textbox', { name: 'Mapping template for application/json' }).fill(template);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit response 200' }).waitFor();
}

test('edits each of the four steps of a method', async ({ user }) => {
  const { page } = user;
  const api = await apis.createRestApi({ name: 'edited-in-console' });
  const restApiId = api.id ?? '';
  const resourceId = api.rootResourceId ?? '';
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({ ...method, type: 'HTTP', integrationHttpMethod: 'GET', uri: 'http://backend.example/' });
  await user.signInAt(`/apis/${restApiId}/resources/${resourceId}/GET`);

  await page.getByRole('button', { name: 'Edit method request settings' }).click();
  await page.getByRole('checkbox', { name: 'API key required' }).check();
  await page.getByRole('button', { name: 'Add query string' }).click();
  await page.getByRole('textbox', { name: 'URL query string parameters Name' }).fill('page');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'method-request');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit method request settings' }).waitFor();
  await takeScreenshots(page, 'method', true);

  await page.getByRole('tab', { name: 'Integration request' }).click();
  await page.getByRole('button', { name: 'Edit integration request settings' }).click();
  await page.getByLabel('Endpoint URL').fill('http://backend.example/other');
  await page.getByLabel('Integration timeout (milliseconds)').fill('1000');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'integration-request');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit integration request settings' }).waitFor();

  await page.getByRole('tab', { name: 'Method response' }).click();
  await page.getByRole('button', { name: 'Create method response' }).click();
  await page.getByLabel('HTTP status code').fill('201');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Response 201' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);

  await page.getByRole('tab', { name: 'Integration response' }).click();
  await page.getByRole('button', { name: 'Create response' }).click();
  await page.getByRole('button', { name: 'Method response status code' }).click();
  await page.getByRole('option', { name: '201' }).click();
  await page.getByRole('textbox', { name: 'Selection pattern' }).fill('2\\d{2}');
  expect(await user.seriousFindings()).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Response 201' }).waitFor();

  const edited = await apis.getMethod(method);
  expect(edited).toMatchObject({
    apiKeyRequired: true,
    requestParameters: { 'method.request.querystring.page': false },
    methodIntegration: {
      uri: 'http://backend.example/other',
      timeoutInMillis: 1000,
      integrationResponses: { '201': { selectionPattern: '2\\d{2}' } },
    },
  });
});
