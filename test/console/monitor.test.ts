import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { beforeAll, expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const { apis } = sdk(controlUrl);
const metrics = new CloudWatch({ endpoint: controlUrl, region: 'us-east-1', credentials });

/** Everybody may call everything but `/secret`. */
const POLICY = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    {
      Sid: 'KeepSecrets',
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*/GET/secret',
    },
  ],
};
let restApiId: string;

async function addMethod(parentId: string, pathPart: string, uri?: string): Promise<void> {
  const { id } = await apis.createResource({ restApiId, parentId, pathPart });
  const method = { restApiId, resourceId: known(id), httpMethod: 'GET' };
  await apis.putMethod({ ...method, authorizationType: 'NONE' });
  if (uri !== undefined) {
    await apis.putIntegration({ ...method, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri });
    return;
  }
  const requestTemplates = { 'application/json': '{"statusCode":200}' };
  await apis.putIntegration({ ...method, type: 'MOCK', requestTemplates });
  await apis.putMethodResponse({ ...method, statusCode: '200' });
  await apis.putIntegrationResponse({ ...method, statusCode: '200' });
}

async function call(path: string): Promise<Response> {
  const response = await fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/prod${path}`, {
    headers: { authorization: 'Bearer very-secret-token' },
  });
  await response.arrayBuffer();
  return response;
}

/** Waits until CloudWatch has counted a request: workers report within seconds. */
async function waitForMetrics(): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const { Metrics = [] } = await metrics.listMetrics({
      Namespace: 'AWS/ApiGateway',
      MetricName: 'Count',
      Dimensions: [{ Name: 'ApiName', Value: 'watched-pets' }, { Name: 'Resource' }],
    });
    if (Metrics.length >= 3) return;
    await sleep(250);
  }
  throw new Error('No metrics came.');
}

beforeAll(async () => {
  const api = await apis.createRestApi({ name: 'watched-pets', policy: JSON.stringify(POLICY) });
  restApiId = known(api.id);
  const root = known(api.rootResourceId);
  await addMethod(root, 'pets');
  await addMethod(root, 'secret');
  // Nothing listens there.
  await addMethod(root, 'broken', 'http://127.0.0.1:1025/broken');
  await apis.createDeployment({ restApiId, stageName: 'prod' });
  const patchOperations = [{ op: 'replace' as const, path: '/*/*/metrics/enabled', value: 'true' }];
  await apis.updateStage({ restApiId, stageName: 'prod', patchOperations });
  for (const path of ['/pets', '/pets', '/pets', '/pets?token=hidden', '/secret', '/broken', '/nowhere'])
    await call(path);
  await waitForMetrics();
});

test('shows how APIs, a stage and its methods do', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/monitor');
  const row = page.getByRole('row').filter({ hasText: 'watched-pets' });
  await row.getByRole('gridcell', { name: '7', exact: true }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'monitor-apis');

  await page.getByRole('link', { name: 'watched-pets' }).click();
  await page.getByRole('heading', { name: 'Integration latency' }).waitFor();
  const method = page.getByRole('row').filter({ hasText: 'GET /broken' });
  await method.getByRole('gridcell', { name: '1', exact: true }).first().waitFor();
  await page.getByText('Compare with the period before').click();
  await page.getByText('was 0').first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'monitor');

  await page.getByRole('button', { name: 'Period' }).first().click();
  await page.getByRole('radio', { name: 'Last 12 hours' }).check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('period')).toBe('12hour');
  await user.goTo(`/apis/${restApiId}/dashboard?stage=prod&period=1week`);
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
  await method.getByRole('gridcell', { name: '1', exact: true }).first().waitFor();
  await takeScreenshots(page, 'monitor-dashboard', true);
});

test('explains a failing request from the recent list', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/requests?api=${restApiId}`);
  await page.getByRole('link', { name: 'Explain GET /prod/nowhere' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'requests');
  await page.getByRole('button', { name: 'Status All' }).click();
  await page.getByRole('option', { name: '5XX' }).click();
  await page.getByRole('link', { name: 'Explain GET /prod/secret' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Explain GET /prod/broken' }).click();
  await page.getByText('The gateway answered 504').waitFor();
  await page.getByText('The backend could not be reached').waitFor();
  await takeScreenshots(page, 'trace-500', true);

  await user.goTo(`/apis/${restApiId}/requests?search=secret`);
  await page.getByRole('link', { name: 'Explain GET /prod/secret' }).press('Enter');
  await page.getByText('The gateway answered 403').waitFor();
  await page
    .getByText(/statement 2 "KeepSecrets"/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'request', exact: true }).click();
  await page
    .getByText(/authorization/i)
    .first()
    .waitFor();
  expect(await page.content()).not.toContain('very-secret-token');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'trace', true);

  await user.goTo('/requests/none-such');
  await page.getByText('No process remembers a request none-such.').waitFor();
  await page.getByText('Requests are remembered in the memory').waitFor();
});
