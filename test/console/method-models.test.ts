import { expect } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';
import { readAgain } from './support/read-again.ts';

const { server, test } = await consoleTests();
const { apis } = sdk(server.controlUrl);

/** An API with `POST /` that answers 200 by itself. */
async function apiWithMethod(name: string) {
  const { id: restApiId = '', rootResourceId: resourceId = '' } = await apis.createRestApi({ name });
  const method = { restApiId, resourceId, httpMethod: 'POST' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  return { ...method, page: `/apis/${restApiId}/resources/${resourceId}/POST` };
}

test('chooses the models of bodies, and a validator that is made on the way', async ({ user }) => {
  const { page } = user;
  const { page: path, ...method } = await apiWithMethod('method-models');
  await user.signInAt(path);
  await page.getByRole('button', { name: 'Edit method request settings' }).click();
  await page.getByRole('button', { name: 'Request validator' }).click();
  await page.getByRole('option', { name: 'New: Validate body', exact: true }).click();
  await page.getByRole('button', { name: 'Add model' }).click();
  await page.getByText('Choose', { exact: true }).click();
  await page.getByRole('option', { name: 'Error' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'method-models');
  // What somebody else changes meanwhile stays.
  const change = { op: 'replace', path: '/apiKeyRequired', value: 'true' } as const;
  await apis.updateMethod({ ...method, patchOperations: [change] });
  await readAgain(page, '/methods/POST');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Error' }).waitFor();
  const { requestModels, requestValidatorId, apiKeyRequired } = await apis.getMethod(method);
  expect(apiKeyRequired).toBe(true);
  expect(requestModels).toEqual({ 'application/json': 'Error' });
  const validators = await apis.getRequestValidators(method);
  // Guide, "Set up basic request validation by the API Gateway console": the names that it gives.
  expect(validators.items).toEqual([
    { id: requestValidatorId, name: 'Validate body', validateRequestBody: true, validateRequestParameters: false },
  ]);
  await page.getByRole('tab', { name: 'Method response' }).click();
  await page.getByRole('button', { name: 'Edit response 200' }).click();
  await page.getByRole('button', { name: 'Add model' }).click();
  await page.getByText('Choose', { exact: true }).click();
  await page.getByRole('option', { name: 'Empty' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Empty' }).waitFor();
  const { responseModels } = await apis.getMethodResponse({ ...method, statusCode: '200' });
  expect(responseModels).toEqual({ 'application/json': 'Empty' });
});

test('a test of a method shows its steps with their times, as those of any request', async ({ user }) => {
  const { page } = user;
  const { page: path } = await apiWithMethod('timeline');
  await user.signInAt(`${path}?step=test`);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page
    .getByText(/^at \d+\.\d\d ms, took \d+\.\d\d ms$/)
    .first()
    .waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'method-test');
  await page.getByRole('link', { name: 'Open as a page' }).click();
  await page.getByRole('heading', { name: 'POST /', level: 1 }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
});
