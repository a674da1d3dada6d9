import { inject } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { expect, takeScreenshots, test } from './support/index.ts';

const { apis } = sdk(inject('sallyport').controlUrl);

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
  await user.signInAt(`/apis/${restApiId}/resources/${resourceId}/POST?step=integration-request`);
  await page.getByRole('button', { name: 'Edit integration request settings' }).click();
  const template = page.getByRole('textbox', { name: 'Mapping template for application/json' });
  await template.fill('{"who": "$input.path(\'$.name\')", "id": "$input.params(\'id\')"}');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('{"who": "Ada", "id": "7"}').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'template-preview');
  await template.fill('{\n#if($x)\n}');
  await page.getByText(/^The template fails at line \d/).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'template-error');
});
