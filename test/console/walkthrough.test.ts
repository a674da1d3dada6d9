import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Sha256 } from '../../src/control/testing/signed-fetch.ts';
import { credentials } from '../support/sallyport.ts';
import { sdk } from '../support/sdk.ts';
import { type ConsoleUser, consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const { apis } = sdk(controlUrl);
const metrics = new CloudWatch({ endpoint: controlUrl, region: 'us-east-1', credentials });

// Issue 9: the way of somebody who has never seen Sallyport, by mouse and keyboard.
test('makes an API with a function, secures, deploys and calls it, watches it and goes back', {
  timeout: 240_000,
}, async ({ user }) => {
  const { page } = user;
  await user.signInAt('/functions');
  await page.getByRole('link', { name: 'Create function' }).first().click();
  await page.getByLabel('Function name').fill('walkthrough-users');
  await page.getByRole('radio', { name: 'REST proxy' }).click();
  await page.getByRole('button', { name: 'Create function' }).click();
  await page.getByText('walkthrough-users was created.').waitFor();

  await page.getByRole('link', { name: 'APIs', exact: true }).first().click();
  await page.getByRole('link', { name: 'Create API' }).first().click();
  await page.getByLabel('API name').fill('walkthrough');
  await page.getByRole('button', { name: 'Create API' }).click();
  await page.getByText('walkthrough was created.').waitFor();
  await page.getByRole('button', { name: 'Create resource' }).click();
  await page.getByLabel('Resource name').fill('users');
  await page.keyboard.press('Enter');
  await page.getByText('/users was created.').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'resource');
  await createMethod(user, 'GET', 'walkthrough-users');
  await secure(page);
  await createMethod(user, 'POST');
  await answerWith(page, '{"made": "$context.resourcePath"}');
  await tryIt(user);

  await deploy(page, async () => page.getByLabel('Stage name').fill('prod'));
  const apiId = /\/apis\/(\w+)\//.exec(page.url())?.[1] ?? '';
  const url = `${gatewayUrl}/_aws/execute-api/${apiId}/prod/users`;
  expect(await (await post(url)).json()).toEqual({ made: '/users' });
  expect((await fetch(url)).status).toBe(403);
  expect((await signedGet(url)).status).toBe(200);

  await explainRefusal(user, apiId);
  await watchIt(user);

  await user.goTo(`/apis/${apiId}/resources`);
  await page.getByRole('treeitem', { name: 'POST' }).click();
  await answerWith(page, '{"made": "twice"}');
  await deploy(page, async () => page.getByText('POST /users changes').waitFor());
  await expect.poll(async () => (await post(url)).json()).toEqual({ made: 'twice' });
  await goBack(page, apiId);
  await expect.poll(async () => (await post(url)).json()).toEqual({ made: '/users' });
});

/** @param functionName absent for a mock */
async function createMethod(
  { page, seriousFindings }: ConsoleUser,
  verb: string,
  functionName?: string,
): Promise<void> {
  await page.getByRole('treeitem', { name: '/users' }).click();
  await page.getByRole('link', { name: 'Create method' }).first().click();
  await page.getByRole('button', { name: 'Method type' }).click();
  await page.getByRole('option', { name: verb, exact: true }).click();
  if (functionName === undefined) await page.getByRole('radio', { name: 'Mock' }).click();
  else {
    await page.getByRole('combobox', { name: 'Lambda function' }).fill(functionName);
    // Not the entry that takes what was typed as an ARN.
    await page
      .getByRole('option', { name: /function:/ })
      .first()
      .click();
  }
  expect(await seriousFindings()).toEqual([]);
  if (verb === 'GET') await takeScreenshots(page, 'create-method');
  await page.getByRole('button', { name: 'Create method' }).click();
  await page.getByText(`${verb} /users was created.`).waitFor();
}

/** Lets only those call the method whom IAM allows to. */
async function secure(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit method request settings' }).click();
  await page.getByRole('button', { name: /^Authorization/ }).click();
  await page.getByRole('option', { name: 'AWS IAM' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit method request settings' }).waitFor();
}

/** Gives the method's 200 a mapping template. */
async function answerWith(page: Page, template: string): Promise<void> {
  await page.getByRole('tab', { name: 'Integration response' }).click();
  await page.getByRole('button', { name: 'Edit response 200' }).click();
  const editor = page.getByRole('textbox', { name: 'Mapping template for application/json' });
  const add = page.getByRole('button', { name: 'Add mapping template' });
  await add.waitFor();
  if (await add.isEnabled()) await add.click();
  await editor.fill(template);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit response 200' }).waitFor();
}

async function tryIt({ page, seriousFindings }: ConsoleUser): Promise<void> {
  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByRole('textbox', { name: 'Request body' }).fill('{"name": "Ada"}');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  // The trace takes the place of what the log tells.
  await page.getByRole('link', { name: 'Open as a page' }).waitFor();
  await page.getByText('200', { exact: true }).first().waitFor();
  expect(await page.getByRole('textbox', { name: 'Response body' }).textContent()).toBe('{"made": "/users"}');
  expect(await seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'test-method', true);
}

async function deploy(page: Page, fill: () => Promise<unknown>): Promise<void> {
  await page.getByRole('link', { name: 'Deploy API' }).click();
  await fill();
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.getByText('The API is deployed to prod').waitFor();
}

function post(url: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name": "Ada"}' });
}

/** As the root user, who may call everything. */
async function signedGet(url: string): Promise<Response> {
  const { hostname, pathname: path, host } = new URL(url);
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service: 'execute-api', sha256: Sha256 });
  const { headers } = await signer.sign({ method: 'GET', protocol: 'http:', hostname, path, headers: { host } });
  return fetch(url, { headers });
}

/** From the API's recent requests to the trace of the one that nobody signed. */
async function explainRefusal({ page, seriousFindings }: ConsoleUser, apiId: string): Promise<void> {
  await page.getByRole('link', { name: 'Recent requests' }).first().click();
  await page.getByRole('button', { name: 'Status All' }).click();
  await page.getByRole('option', { name: '4XX' }).click();
  await page.getByRole('link', { name: 'Explain GET /prod/users' }).click();
  await page.getByText('The gateway answered 403 (MISSING_AUTHENTICATION_TOKEN)').waitFor();
  expect(page.url()).not.toContain(apiId);
  expect(await seriousFindings()).toEqual([]);
}

/** Waits for the figures of the API, and sets an alarm on its errors. */
async function watchIt({ page, goTo, seriousFindings }: ConsoleUser): Promise<void> {
  await goTo('/monitor');
  const row = page.getByRole('row').filter({ hasText: 'walkthrough' });
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: /Refresh now/ }).click();
        return (await row.getByRole('gridcell').allTextContents())[1];
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toMatch(/^[1-9]/);
  await goTo('/alarms/create');
  const choose = async (field: string, option: string): Promise<void> => {
    // The server lists a metric a moment after it was counted.
    await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Metric name', '4XXError');
  await choose('Dimensions', 'ApiName: walkthrough');
  await page.getByLabel('Alarm name').fill('walkthrough-errors');
  expect(await seriousFindings()).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('walkthrough-errors was saved.').waitFor();
  const { MetricAlarms } = await metrics.describeAlarms({ AlarmNames: ['walkthrough-errors'] });
  expect(MetricAlarms?.[0]).toMatchObject({ MetricName: '4XXError', Threshold: 1 });
}

/** Lets the stage serve its first deployment again. */
async function goBack(page: Page, apiId: string): Promise<void> {
  const { items = [] } = await apis.getDeployments({ restApiId: apiId });
  const active = (await apis.getStage({ restApiId: apiId, stageName: 'prod' })).deploymentId;
  const first = items.find(({ id }) => id !== active)?.id ?? '';
  await page.getByRole('link', { name: 'Go to the stage' }).click();
  await page.getByRole('tab', { name: 'Deployment history' }).click();
  await page.getByRole('row').filter({ hasText: first }).getByRole('radio').check({ force: true });
  await page.getByRole('button', { name: 'Change active deployment' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('POST /users changes').waitFor();
  await dialog.getByRole('button', { name: 'Change active deployment' }).click();
  await page.getByText(`prod serves deployment ${first}.`).waitFor();
}

test('makes, deploys and finds an API by keyboard alone', { timeout: 120_000 }, async ({ user }) => {
  const { page } = user;
  const { keyboard } = page;
  await user.signInAt('/apis/create');
  await page.getByRole('heading', { name: 'Create REST API', level: 1 }).waitFor();
  await tabTo(page, 'API name');
  await keyboard.type('by-keyboard-alone');
  await keyboard.press('Enter');
  await page.getByText('by-keyboard-alone was created.').waitFor();
  await tabTo(page, 'Create resource');
  await keyboard.press('Enter');
  await page.getByLabel('Resource name').waitFor();
  await tabTo(page, 'Resource name');
  await keyboard.type('users');
  await keyboard.press('Enter');
  await page.getByText('/users was created.').waitFor();
  await tabTo(page, 'Create method');
  await keyboard.press('Enter');
  await page
    .getByRole('heading', { name: /^Create method/ })
    .first()
    .waitFor();
  await tabTo(page, 'Method type');
  await keyboard.press('Enter');
  await keyboard.type('GET');
  await keyboard.press('Enter');
  await tabTo(page, 'Lambda function');
  for (let presses = 0; presses < 2; presses += 1) await keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: 'Mock', checked: true }).waitFor();
  await tabTo(page, 'Create method');
  await keyboard.press('Enter');
  await page.getByText('GET /users was created.').waitFor();
  await tabTo(page, 'Deploy API');
  await keyboard.press('Enter');
  await page.getByLabel('Stage name').waitFor();
  await tabTo(page, 'Stage name');
  await keyboard.type('keys');
  await keyboard.press('Enter');
  await page.getByText('The API is deployed to keys').waitFor();
  const apiId = /\/apis\/(\w+)\//.exec(page.url())?.[1];
  expect((await fetch(`${gatewayUrl}/_aws/execute-api/${apiId}/keys/users`)).status).toBe(200);
});

/** What assistive technology calls the element that has the focus, roughly; as text, since tests are compiled without a browser's types. */
const FOCUSED = `(() => {
  const focused = document.activeElement;
  const labels = (focused.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
  return (focused.getAttribute('aria-label') ?? (labels.join(' ').trim() || focused.textContent || focused.value || '')).trim();
})()`;

/** Goes on from field to field until the one of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(FOCUSED);
    if (focused.startsWith(name)) return;
    passed.push(focused.slice(0, 30));
  }
  throw new Error(`No way by Tab to ${name}: ${passed.join(' > ')}`);
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
