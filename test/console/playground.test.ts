import { expect } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';
import { readAgain } from './support/read-again.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const { apis } = sdk(controlUrl);

/** An API with `POST /`, deployed and called once, with a failure, of which the body is kept. */
async function calledApi(): Promise<string> {
  const { id: restApiId = '', rootResourceId: resourceId = '' } = await apis.createRestApi({ name: 'playground' });
  const method = { restApiId, resourceId, httpMethod: 'POST' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  await apis.putIntegration({
    ...method,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200, "of": "$context.identity.sourceIp"}' },
  });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
  await apis.createDeployment({ restApiId, stageName: 'v1' });
  await fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/v1?id=12`, { method: 'POST' });
  return restApiId;
}

test('tries a template with samples and recorded requests, and compares what comes out', async ({ user }) => {
  const { page } = user;
  const restApiId = await calledApi();
  await user.signInAt(`/apis/${restApiId}/playground`);
  await page.getByText('"fullName": "Ada"').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'playground');
  const template = page.getByRole('textbox', { name: 'Template', exact: true });
  // Chromium gives text that takes the place of coloured text a style of its own, which the policy refuses.
  await template.press('ControlOrMeta+a');
  await template.press('Delete');
  await template.fill('{"id": "$input.params(\'id\')", "stage": "$context.stage", "tag": "$stageVariables.tag"}');
  await page.getByRole('textbox', { name: 'Sample stage variables' }).fill('{"tag": "blue"}');
  await page.getByText('{"id": "7", "stage": "prod", "tag": "blue"}').waitFor();
  const expected = page.getByRole('textbox', { name: 'Expected output' });
  await expected.fill('{"tag": "green", "stage": "prod", "id": "7"}');
  await page.getByText('2 lines differ').waitFor();
  const lines = page.getByRole('list', { name: 'Differences' }).getByRole('listitem');
  expect(await lines.allInnerTexts()).toContainEqual(
    expect.stringMatching(/^−.*"tag": "green"\s+\(expected, and not there\)$/s),
  );
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'playground-diff');
  await expected.fill('{"tag": "blue", "stage": "prod", "id": "7"}');
  await page.getByText('The output is what is expected.').waitFor();
  await page.getByRole('button', { name: 'Sample from a recent request' }).click();
  await page.getByRole('option', { name: 'POST /' }).click();
  await page.getByText('{"id": "12", "stage": "v1", "tag": "blue"}').waitFor();
  expect(page.url()).toMatch(/\?request=[\w-]+$/);
  await template.press('ControlOrMeta+a');
  await template.press('Delete');
  await template.fill('{\n#if($x)\n}');
  await page.getByText(/^The template fails at line \d/).waitFor();
  await takeScreenshots(page, 'playground-error');
});

test('begins with the template of a method, by a link', async ({ user }) => {
  const { page } = user;
  const restApiId = await calledApi();
  await user.signInAt(`/apis/${restApiId}/playground?start=model%3AError`);
  await page.getByText('"message" : "foo"').first().waitFor();
  await page.getByRole('button', { name: 'Begin with' }).click();
  await page.getByRole('option', { name: 'POST /' }).click();
  await page.getByText('"of": "192.0.2.1"').waitFor();
  expect(page.url()).toContain('start=method');
  const template = page.getByRole('textbox', { name: 'Template', exact: true });
  await template.press('ControlOrMeta+End');
  await page.keyboard.type(' typed');
  // Somebody else changes the method meanwhile.
  const { items: [resource] = [] } = await apis.getResources({ restApiId });
  const change = { op: 'replace', path: '/requestTemplates/application~1json', value: '{"statusCode": 201}' } as const;
  await apis.updateIntegration({
    restApiId,
    resourceId: known(resource?.id),
    httpMethod: 'POST',
    patchOperations: [change],
  });
  await readAgain(page, '/resources');
  await page.getByText('"of": "192.0.2.1"} typed').waitFor();
});
