import { beforeAll } from 'vitest';
import { known, sdk } from '../support/sdk.ts';
import { expect, server, takeScreenshots, test } from './support/index.ts';

const { logs } = sdk(server.controlUrl);
const group = 'shop/access';
const stream = { logGroupName: group, logStreamName: 'one' };

function write(...messages: readonly string[]) {
  return logs.putLogEvents({ ...stream, logEvents: messages.map((message) => ({ timestamp: Date.now(), message })) });
}

beforeAll(async () => {
  await logs.createLogGroup({ logGroupName: group });
  await logs.createLogGroup({ logGroupName: 'to-delete' });
  await logs.createLogStream(stream);
  await write('{"status": 200, "path": "/pets"}', '{"status": 500, "path": "/broken"}', 'plain <b>text</b>');
});

test('finds log events by group, stream and filter pattern', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/log-groups');
  await page.getByRole('link', { name: group }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'log-groups');
  await page.getByRole('radio', { name: 'Select to-delete' }).check();
  await page.getByRole('button', { name: 'Delete log group' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('to-delete');
  await page.keyboard.press('Enter');
  await page.getByText('to-delete was deleted.').waitFor();
  const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: 'to-delete' });
  expect(logGroups).toEqual([]);

  await page.getByRole('link', { name: group }).click();
  await page.getByRole('link', { name: 'one', exact: true }).click();
  await page.getByText('plain <b>text</b>').waitFor();
  await page.getByLabel('Filter pattern').fill('{ $.status >= 500 }');
  await page.keyboard.press('Enter');
  await page.getByText('plain <b>text</b>').waitFor({ state: 'detached' });
  await page.getByText('/broken').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'log-events');
  await page.getByLabel('Filter pattern').fill('{ $.status >=');
  await page.keyboard.press('Enter');
  await page.getByText("If a filter pattern starts with '{' it must end with '}'").waitFor();
});

test('shows log events as they come', async ({ user }) => {
  const { page } = user;
  await user.signInAt(`/live-tail?groups=${encodeURIComponent(group)}`);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('Following the log').waitFor();
  let count = 0;
  await expect
    .poll(async () => {
      count += 1;
      await write(`tailed number ${count}`);
      return page.getByText('tailed number').count();
    })
    .toBeGreaterThan(1);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'live-tail');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Following the log').waitFor({ state: 'detached' });
});

test('asks log groups by queries', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/logs-insights');
  await page.getByText('Choose at least one log group.').waitFor();
  await user.goTo(`/logs-insights?groups=${encodeURIComponent(group)}`);
  await page.getByRole('button', { name: 'Insert an example' }).click();
  await page.getByRole('menuitem', { name: 'Events over time' }).click();
  await page.getByRole('button', { name: 'Run query' }).click();
  await page.getByText(/^Complete: /).waitFor();
  await page.getByRole('application', { name: 'Over time' }).or(page.getByLabel('Over time')).first().waitFor();
  expect(new URL(page.url()).searchParams.get('query')).toBe('stats count(*) as events by bin(5m)');
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'logs-insights', true);

  const editor = page.getByRole('textbox', { name: 'Query' });
  await editor.fill('stats sum(');
  await page.getByRole('button', { name: 'Run query' }).click();
  await page.getByText('MalformedQueryException').waitFor();
  expect(known(await editor.textContent())).toContain('stats sum(');
});
