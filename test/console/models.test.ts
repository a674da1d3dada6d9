import { expect } from 'vitest';
import { sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';
import { readAgain } from './support/read-again.ts';

const { server, test } = await consoleTests();
const { apis } = sdk(server.controlUrl);

/** An API with `POST /`. */
async function apiWithMethod(name: string) {
  const { id: restApiId = '', rootResourceId: resourceId = '' } = await apis.createRestApi({ name });
  const method = { restApiId, resourceId, httpMethod: 'POST' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  return method;
}

test('makes a model, with what is wrong with its schema as it is typed', async ({ user }) => {
  const { page } = user;
  const { restApiId } = await apiWithMethod('models');
  await user.signInAt(`/apis/${restApiId}/models`);
  await page.getByRole('link', { name: 'Empty' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'models');
  await page.getByRole('link', { name: 'Create model' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Pet');
  const schema = page.getByRole('textbox', { name: 'Model schema' });
  await schema.fill('{\n  "type": "object",\n  "required": true,\n  "const": 1\n}');
  await page.getByText('Line 3, column 15: “required” must be a list of names').waitFor();
  await page.getByText('Line 4, column 12: Draft 4 has no keyword “const”.').waitFor();
  expect(await page.getByRole('button', { name: 'Create model' }).isDisabled()).toBe(true);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'model-problems');
  await schema.fill('{"type": "object", "properties": {"name": {"type": "string"}}}');
  await page.getByText('The schema is valid.').waitFor();
  await page.getByRole('button', { name: 'Create model' }).click();
  await page.getByText('The model Pet was created.').waitFor();
  // API reference, `GetModelTemplate`.
  await page.getByText("#set($inputRoot = $input.path('$'))").waitFor();
  expect(await apis.getModel({ restApiId, modelName: 'Pet' })).toMatchObject({
    contentType: 'application/json',
    schema: '{"type": "object", "properties": {"name": {"type": "string"}}}',
  });
  await page.getByText('No method and no other model uses it.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'model');
});

test('changes a model, and deletes it once nothing uses it', async ({ user }) => {
  const { page } = user;
  const method = await apiWithMethod('used-models');
  const { restApiId } = method;
  await apis.createModel({ restApiId, name: 'Pet', contentType: 'application/json', schema: '{"type": "object"}' });
  const path = '/requestModels/application~1json';
  await apis.updateMethod({ ...method, patchOperations: [{ op: 'add', path, value: 'Pet' }] });
  await user.signInAt(`/apis/${restApiId}/models/model/Pet`);
  await page.getByRole('link', { name: 'POST /' }).waitFor();
  await page.getByRole('button', { name: 'Edit model schema' }).click();
  await page.getByRole('textbox', { name: 'Model schema' }).fill('{"type": "array"}');
  // What somebody else changes meanwhile stays, and shows.
  const description = { op: 'replace', path: '/description', value: 'A pet' } as const;
  await apis.updateModel({ restApiId, modelName: 'Pet', patchOperations: [description] });
  await readAgain(page, '/models/Pet');
  await expect.poll(() => page.getByLabel('Description').inputValue()).toBe('A pet');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The model Pet was saved.').waitFor();
  expect(await apis.getModel({ restApiId, modelName: 'Pet' })).toMatchObject({
    description: 'A pet',
    schema: '{"type": "array"}',
  });
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Pet is in use' });
  await dialog.getByRole('link', { name: 'POST /' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'model-in-use');
  await apis.updateMethod({ ...method, patchOperations: [{ op: 'remove', path }] });
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('textbox', { name: 'To confirm, type Pet' }).fill('Pet');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('The model Pet was deleted.').waitFor();
  await expect(apis.getModel({ restApiId, modelName: 'Pet' })).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('makes, changes and deletes request validators', async ({ user }) => {
  const { page } = user;
  const { restApiId } = await apiWithMethod('validators');
  await user.signInAt(`/apis/${restApiId}/models?tab=validators`);
  await page.getByText('No request validators').waitFor();
  await page.getByRole('button', { name: 'Create validator' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Bodies');
  await page.getByLabel('Validate query string parameters and headers').uncheck();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'validator');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The validator Bodies was saved.').waitFor();
  const all = async () => (await apis.getRequestValidators({ restApiId })).items;
  expect(await all()).toMatchObject([{ name: 'Bodies', validateRequestBody: true, validateRequestParameters: false }]);
  await page.getByRole('radio', { name: 'Select Bodies' }).check({ force: true });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Validate query string parameters and headers').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await all()).toMatchObject([{ name: 'Bodies', validateRequestParameters: true }]);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'validators');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('textbox', { name: 'To confirm, type Bodies' }).fill('Bodies');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('The validator Bodies was deleted.').waitFor();
  expect(await all()).toEqual([]);
});
