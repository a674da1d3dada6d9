import { expect } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const { apis } = sdk(controlUrl);

test('previews a mapping template as it is typed, and marks where it fails', async ({ user }) => {
  const { page } = user;
  const { id: restApiId = '', rootResourceId: resourceId = '' } = await apis.createRestApi({ name: 'templates' });
  const method = { restApiId, resourceId, httpMethod: 'POST' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  await apis.createDeployment({ restApiId, stageName: 'v1' });
  await fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/v1?id=12`, { method: 'POST' });
  await user.signInAt(`/apis/${restApiId}/resources/${resourceId}/POST?step=integration-request`);
  await page.getByRole('button', { name: 'Edit integration request settings' }).click();
  const template = page.getByRole('textbox', { name: 'Mapping template for application/json' });
  await template.fill('{"who": "$input.path(\'$.name\')", "id": "$input.params(\'id\')"}');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('{"who": "Ada", "id": "7"}').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'template-preview');
  await page.getByRole('button', { name: 'Sample from a recent request' }).click();
  await page.getByRole('option', { name: 'POST /' }).click();
  await page.getByText('{"who": "Ada", "id": "12"}').waitFor();
  await template.fill('{\n#if($x)\n}');
  await page.getByText(/^The template fails at line \d/).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'template-error');
});
