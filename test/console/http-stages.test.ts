import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl, gatewayUrl } = server;
const { v2 } = sdk(controlUrl);
const metrics = new CloudWatch({ endpoint: controlUrl, region: 'us-east-1', credentials });
const StageName = '$default';
let ApiId: string;

beforeAll(async () => {
  // Nothing listens there, so a call is answered with 503 by the gateway itself.
  const Target = 'http://127.0.0.1:1025/';
  const api = await v2.createApi({ Name: 'stages-of-http', ProtocolType: 'HTTP', Target, RouteKey: 'GET /pets' });
  ApiId = known(api.ApiId);
});

const form = (page: Page, title: string) => page.locator('form').filter({ hasText: title });

async function save(page: Page, title: string, told: string): Promise<void> {
  await form(page, title).getByRole('button', { name: 'Save changes' }).click();
  await page.getByText(told).waitFor();
}

test('shows a stage and how it is called, and changes what it is set to', async ({ user }) => {
  const { page } = user;
  await v2.updateStage({ ApiId, StageName, StageVariables: { zone: 'north' } });
  await user.signInAt(`/apis/${ApiId}/stages`);
  await page.getByRole('link', { name: StageName }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-stages');
  await page.getByRole('link', { name: StageName }).click();
  const command = `curl ${gatewayUrl}/_aws/execute-api/${ApiId}/pets`;
  await page.getByText(command).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-stage');

  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Description').fill('For everybody');
  await save(page, 'Stage settings', 'The settings were saved.');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of team').fill('pets');
  await save(page, 'Tags', 'The tags were saved.');
  await takeScreenshots(page, 'http-stage-settings');

  await page.getByRole('tab', { name: 'Variables' }).click();
  await page.getByRole('button', { name: 'Add stage variable' }).click();
  await page.getByLabel('Name of variable 2').fill('backend');
  await page.getByLabel('Value of backend').fill('blue');
  await save(page, 'Stage variables', 'The stage variables were saved.');
  await page.getByRole('button', { name: 'Remove backend' }).click();
  await page.getByRole('button', { name: 'Add stage variable' }).click();
  await page.getByLabel('Name of variable 2').fill('color');
  // Somebody else's change, while the form stands open.
  await v2.updateStage({ ApiId, StageName, StageVariables: { zone: 'south', size: 'small' } });
  await page.getByLabel('Value of color').fill('green');
  await save(page, 'Stage variables', 'The stage variables were saved.');

  await page.getByRole('tab', { name: 'Logs' }).click();
  await page.getByLabel('Destination ARN').fill('arn:aws:logs:us-east-1:000000000000:log-group:access');
  await page.getByRole('button', { name: 'Insert an example' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  await save(page, 'Access logging', 'Access logging was saved.');
  await takeScreenshots(page, 'http-stage-logs');
  const stage = await v2.getStage({ ApiId, StageName });
  expect(stage.StageVariables).toEqual({ color: 'green', zone: 'south', size: 'small' });
  expect(stage).toMatchObject({
    Description: 'For everybody',
    Tags: { team: 'pets' },
    AccessLogSettings: { Format: expect.stringContaining('"routeKey":"$context.routeKey"') },
  });
  await page.getByLabel('Destination ARN').fill('');
  await save(page, 'Access logging', 'Access logging was saved.');
  expect((await v2.getStage({ ApiId, StageName })).AccessLogSettings).toBeUndefined();
  expect(await user.seriousFindings()).toEqual([]);
});

test('throttles and measures all routes, and one by itself', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/apis/${ApiId}/stages/${encodeURIComponent(StageName)}?tab=routes`);
  await page.getByLabel('Rate (requests per second)').fill('100');
  await page.getByText('Detailed metrics', { exact: true }).last().click();
  await save(page, 'Settings of all routes', 'The route settings were saved.');
  await page.getByText('100/s, burst of the account').waitFor();
  await page.getByRole('button', { name: 'Add override' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add settings of one route' });
  await dialog.getByRole('button', { name: /Choose a route/ }).click();
  await page.getByRole('option', { name: 'GET /pets' }).click();
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Add override' }).click();
  await page.getByRole('heading', { name: 'Settings of GET /pets' }).waitFor();
  await page.getByLabel('Burst (requests at once)').fill('7');
  await save(page, 'Settings of GET /pets', 'The route settings were saved.');
  await page.getByText('100/s, burst 7').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-stage-routes');
  expect(await v2.getStage({ ApiId, StageName })).toMatchObject({
    DefaultRouteSettings: { ThrottlingRateLimit: 100, DetailedMetricsEnabled: true },
    RouteSettings: { 'GET /pets': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 7 } },
  });
  await page.getByRole('button', { name: 'Remove override' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove override' }).click();
  await page.getByText('GET /pets follows the settings of all routes again.').waitFor();
  expect((await v2.getStage({ ApiId, StageName })).RouteSettings).toEqual({});
});

test('makes a stage, deploys to it, rolls it back and deletes both', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/apis/${ApiId}/stages?dialog=create`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('not valid');
  await page.keyboard.press('Enter');
  await dialog.getByText('Stage name only allows').waitFor();
  await dialog.getByText('Automatic deployment').click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-stage-create');
  await dialog.getByLabel('Name', { exact: true }).fill('test');
  await page.keyboard.press('Enter');
  await page.getByText('This stage serves nothing yet.').waitFor();

  for (const description of ['first', 'second']) {
    await user.goTo(`/apis/${ApiId}/stages/test`);
    await page.getByRole('link', { name: 'Deploy', exact: true }).click();
    await dialog.getByLabel('Description').fill(description);
    if (description === 'first') await takeScreenshots(page, 'http-deploy');
    await dialog.getByRole('button', { name: 'Deploy' }).click();
    await page.getByText('The API is deployed to test.').waitFor();
    await page
      .getByRole('cell', { name: description })
      .or(page.getByText(description, { exact: true }))
      .first()
      .waitFor();
  }
  await takeScreenshots(page, 'http-deployments');
  expect(await user.seriousFindings()).toEqual([]);
  const { Items = [] } = await v2.getDeployments({ ApiId });
  const idOf = (description: string) => known(Items.find((one) => one.Description === description)?.DeploymentId);
  expect((await v2.getStage({ ApiId, StageName: 'test' })).DeploymentId).toBe(idOf('second'));

  await user.goTo(`/apis/${ApiId}/stages/test?tab=settings`);
  await page.getByRole('button', { name: /^Deployment/ }).click();
  await page.getByRole('option', { name: idOf('first') }).click();
  await save(page, 'Stage settings', 'The settings were saved.');
  expect((await v2.getStage({ ApiId, StageName: 'test' })).DeploymentId).toBe(idOf('first'));

  await user.goTo(`/apis/${ApiId}/deployments`);
  await page.getByRole('radio', { name: `Select ${idOf('second')}` }).check();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(idOf('second'));
  await page.keyboard.press('Enter');
  await page.getByText(`Deployment ${idOf('second')} was deleted.`).waitFor();
  await user.goTo(`/apis/${ApiId}/stages/test`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('test');
  await page.keyboard.press('Enter');
  await page.getByText('Stage test was deleted.').waitFor();
  expect((await v2.getStages({ ApiId })).Items?.map((stage) => stage.StageName)).toEqual([StageName]);
});

test('shows how an HTTP API does, and explains a request to it', async ({ user }) => {
  const { page } = user;
  await v2.updateStage({ ApiId, StageName, DefaultRouteSettings: { DetailedMetricsEnabled: true } });
  for (let calls = 0; calls < 3; calls += 1) {
    await (await fetch(`${gatewayUrl}/_aws/execute-api/${ApiId}/pets`)).arrayBuffer();
  }
  await waitForMetrics();
  await user.signInAt(`/apis/${ApiId}/dashboard`);
  const route = page.getByRole('row').filter({ hasText: 'GET /pets' });
  await route.getByRole('gridcell', { name: '3', exact: true }).first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-dashboard');
  // Cloudscape's charts fail when they go from under the mouse.
  await page.mouse.move(0, 0);
  await user.goTo(`/apis/${ApiId}/requests`);
  await page
    .getByRole('link', { name: /Explain GET/ })
    .first()
    .click();
  await page.getByText('The gateway answered 503').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'http-trace');
});

/** Waits until CloudWatch has counted the requests of the route: workers report within seconds. */
async function waitForMetrics(): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const Dimensions = [{ Name: 'ApiId', Value: ApiId }, { Name: 'Resource' }];
    const { Metrics = [] } = await metrics.listMetrics({
      Namespace: 'AWS/ApiGateway',
      MetricName: 'Count',
      Dimensions,
    });
    if (Metrics.length > 0) return;
    await sleep(250);
  }
  throw new Error('No metrics came.');
}
