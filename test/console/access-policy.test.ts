import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { allow, createUser, iamClient } from '../support/identities.ts';
import { known, sdk } from '../support/sdk.ts';
import { deployedPets } from './support/deployed-pets.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const client = sdk(controlUrl);
const { apis } = client;

const call = (restApiId: string, path: string) => fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}${path}`);

/** As somebody does who types over what is there. */
async function typeOver(editor: Locator, text: string): Promise<void> {
  await editor.press('ControlOrMeta+a');
  await editor.page().keyboard.insertText(text);
}

/** Everybody but whoever calls from loopback, as the test does. */
const NOT_FROM_HERE = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*" },
    {
      "Sid": "NotFromHere",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "execute-api:Invoke",
      "Resource": "execute-api:/*/GET/pets",
      "Condition": { "IpAddress": { "aws:SourceIp": "127.0.0.0/8" } }
    }
  ]
}`;

test('writes a resource policy, simulates whom it keeps out, and deletes it', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'policy-in-console');
  await user.signInAt(`/apis/${restApiId}/resource-policy`);
  await page.getByText('No resource policy').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'resource-policy-empty');
  await page.getByRole('button', { name: 'Select a template' }).click();
  await page.getByRole('menuitem', { name: 'IP range allowlist' }).click();
  await page.getByText('"NotIpAddress"').waitFor();
  const editor = page.getByRole('textbox', { name: 'Policy document' });
  const save = page.getByRole('button', { name: 'Save changes' });
  await typeOver(editor, '{\n  "Version": "2012-10-17",\n  "Statement": [}');
  await page
    .getByText(/3:17|line 3/i)
    .first()
    .waitFor();
  expect(await save.isDisabled()).toBe(true);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'resource-policy-problem');
  await typeOver(editor, NOT_FROM_HERE);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'resource-policy');
  await save.click();
  await page.getByText('The resource policy was saved.').waitFor();
  const arn = `arn:aws:execute-api:us-east-1:000000000000:${restApiId}/*/GET/pets`;
  const saved = JSON.parse(`"${known((await apis.getRestApi({ restApiId })).policy)}"`);
  expect(JSON.parse(saved).Statement[1]).toMatchObject({ Sid: 'NotFromHere', Resource: arn });
  await page.getByText(arn).waitFor();

  await page.getByRole('link', { name: 'Access simulator' }).last().click();
  await page.getByRole('combobox', { name: 'Path' }).fill('/pets');
  await page.getByLabel('Source IP - optional').fill('127.0.0.1');
  await page.keyboard.press('Enter');
  await page.getByText('Denied by a statement').waitFor();
  await page.getByText('"NotFromHere"').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'access-simulator-denied', true);
  await page.getByLabel('Source IP - optional').fill('192.0.2.1');
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await page.getByText('Allowed', { exact: true }).first().waitFor();
  await apis.createDeployment({ restApiId, stageName: 'prod' });
  await expect.poll(() => call(restApiId, '/prod/pets').then(({ status }) => status)).toBe(403);

  await user.goTo(`/apis/${restApiId}/resource-policy`);
  await page.getByRole('button', { name: 'Delete policy' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('policy-in-console');
  expect(await user.seriousFindings()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('The resource policy was deleted.').waitFor();
  expect((await apis.getRestApi({ restApiId })).policy).toBeUndefined();
  await page.getByText('No resource policy').waitFor();
});

test('simulates what a user may call, by his policies, and as a link says', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'simulated-in-console');
  const { items = [] } = await apis.getResources({ restApiId });
  for (const { id, path = '' } of items) {
    if (!path.startsWith('/pets')) continue;
    const patchOperations = [{ op: 'replace', path: '/authorizationType', value: 'AWS_IAM' } as const];
    await apis.updateMethod({ restApiId, resourceId: known(id), httpMethod: 'GET', patchOperations });
  }
  const only = `arn:aws:execute-api:us-east-1:*:${restApiId}/prod/GET/pets`;
  const anna = await createUser(iamClient({ controlUrl }), allow('execute-api:Invoke', only));
  await user.signInAt(`/apis/${restApiId}/access-simulator`);
  await page.getByRole('button', { name: 'Who calls' }).click();
  await page.getByRole('option', { name: 'IAM user' }).click();
  await page.getByRole('button', { name: /^User\b/ }).click();
  await page.getByRole('option', { name: anna.name }).click();
  await page.getByRole('button', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'prod' }).click();
  await page.getByRole('combobox', { name: 'Path' }).fill('/pets');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'access-simulator');
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await page.getByText('Allowed', { exact: true }).first().waitFor();
  await page.getByText('own (user), line 1').waitFor();
  // The statement itself, as the user's policy has it.
  await page.getByText(only).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'access-simulator-allowed');
  expect(page.url()).toContain('who=user');

  const link = new URLSearchParams({ who: 'arn', caller: anna.name, stage: 'prod', path: '/pets/7' });
  await user.goTo(`/apis/${restApiId}/stages`);
  await page.getByRole('heading', { name: 'Stages' }).waitFor();
  await user.goTo(`/apis/${restApiId}/access-simulator?${link}`);
  await page.getByText('Denied: nothing allows it').waitFor();
  await page.getByText('/pets/{id} (AWS_IAM)').waitFor();
  await page.getByRole('button', { name: 'Who calls' }).click();
  await page.getByRole('option', { name: 'AWS account' }).click();
  await page.getByLabel('Account ID').fill('111122223333');
  await page.keyboard.press('Enter');
  await page.getByText('Somebody of another account needs a resource policy that allows it.').waitFor();
  await page.getByRole('combobox', { name: 'Path' }).fill('/elsewhere');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await page.getByText('simulated-in-console has no method for GET /elsewhere.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
});

test('words a gateway response anew, and resets it', async ({ user }) => {
  const { page } = user;
  const restApiId = await deployedPets(client, 'answers-in-console');
  await user.signInAt(`/apis/${restApiId}/gateway-responses`);
  await page.getByRole('link', { name: 'Quota exceeded' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'gateway-responses');
  await page.getByRole('link', { name: 'Missing authentication token' }).click();
  await page.getByLabel('Status code - optional').fill('404');
  await page.getByRole('button', { name: 'Add response header' }).click();
  await page.getByRole('textbox', { name: 'Response headers Header' }).fill('X-Reason');
  await page.getByRole('textbox', { name: 'Response headers Value' }).fill('context.error.responseType, no');
  const template = page.getByRole('textbox', { name: 'Template of application/json' });
  await typeOver(template, '{"sorry": $context.error.messageString}');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The request was refused').waitFor();
  expect(await page.getByLabel('Status code - optional').inputValue()).toBe('404');
  await page.getByRole('textbox', { name: 'Response headers Value' }).fill('context.error.responseType');
  await page.getByRole('button', { name: 'Variables for templates' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'gateway-response');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Missing authentication token was saved.').waitFor();
  await apis.createDeployment({ restApiId, stageName: 'prod' });
  await expect.poll(async () => (await call(restApiId, '/prod/none')).status).toBe(404);
  const answer = await call(restApiId, '/prod/none');
  expect(answer.headers.get('x-reason')).toBe('MISSING_AUTHENTICATION_TOKEN');
  expect(await answer.json()).toEqual({ sorry: 'Missing Authentication Token' });

  await page.getByRole('link', { name: 'Gateway responses' }).first().click();
  const row = page.getByRole('row').filter({ hasText: 'MISSING_AUTHENTICATION_TOKEN' });
  await row.getByText('This API').waitFor();
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Reset to default' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'gateway-response-reset');
  await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
  await page.getByText('Missing authentication token is as by default again.').waitFor();
  const reset = await apis.getGatewayResponse({ restApiId, responseType: 'MISSING_AUTHENTICATION_TOKEN' });
  expect(reset).toMatchObject({ defaultResponse: true, statusCode: '403' });
  expect(await page.getByLabel('Status code - optional').inputValue()).toBe('403');
});
