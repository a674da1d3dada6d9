import { beforeAll, expect } from 'vitest';
import { allow, createUser, iamClient } from '../support/identities.ts';
import { known, sdk } from '../support/sdk.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
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
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete log group' }).click();
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

async function described(logGroupNamePrefix: string) {
  return (await logs.describeLogGroups({ logGroupNamePrefix })).logGroups;
}

test('makes a log group by the keyboard, changes how long it keeps its events, and deletes it', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/log-groups');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Create log group' }).press('Enter');
  await dialog.getByText('1 to 512 letters').waitFor();
  // The focus goes into the dialog and comes back.
  await page.keyboard.press('Escape');
  await page.locator('button:focus').filter({ hasText: 'Create log group' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText('1 to 512 letters').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'log-group-create');
  // In AWS's words: recorded in src/services/logs/groups/groups.test.ts.
  await page.keyboard.type('made here');
  await page.keyboard.press('Enter');
  await dialog.getByText("Value 'made here' at 'logGroupName' failed to satisfy constraint").waitFor();
  await takeScreenshots(page, 'log-group-refused');
  await dialog.getByLabel('Log group name').fill('made/here');
  await dialog.getByRole('button', { name: 'Retention' }).focus();
  await page.keyboard.press('Enter');
  // As AWS's console names them, over the values of the API reference, `PutRetentionPolicy`.
  await page.getByRole('option').first().waitFor();
  const options = await page.getByRole('option').allTextContents();
  expect(options.slice(0, 6)).toEqual([
    'Never expire',
    '1 day',
    '3 days',
    '5 days',
    '1 week (7 days)',
    '2 weeks (14 days)',
  ]);
  expect([options.length, options.at(-1)]).toEqual([23, '10 years (3653 days)']);
  await page.getByRole('option', { name: '1 week' }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByText('made/here was created.').waitFor();
  expect(await described('made/here')).toMatchObject([{ logGroupName: 'made/here', retentionInDays: 7 }]);

  await page.getByText('1 week (7 days)').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'log-group');
  await page.getByRole('button', { name: 'Edit retention' }).click();
  expect(new URL(page.url()).searchParams.get('dialog')).toBe('retention');
  await dialog.getByRole('button', { name: 'Retention' }).click();
  await page.getByRole('option', { name: 'Never expire' }).click();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'log-group-retention');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('made/here keeps its log events for good.').waitFor();
  expect((await described('made/here'))?.[0]).not.toHaveProperty('retentionInDays');

  await user.goTo('/log-groups');
  await page.getByRole('radio', { name: 'Select made/here' }).check();
  await takeScreenshots(page, 'log-groups-selected');
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit retention' }).click();
  await dialog.getByRole('button', { name: 'Retention' }).click();
  await page.getByRole('option', { name: '1 day', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('row', { name: 'made/here' }).getByText('1 day').waitFor();
  expect(await described('made/here')).toMatchObject([{ retentionInDays: 1 }]);

  await user.goTo('/log-groups/group?name=made%2Fhere&dialog=delete');
  await dialog.getByRole('textbox').fill('made/here');
  await page.keyboard.press('Enter');
  await page.getByText('made/here was deleted.').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/log-groups$/);
  expect(await described('made/here')).toEqual([]);
});

test('says what somebody may not do with log groups, and leaves nothing half made', async ({ user }) => {
  const { page } = user;
  const actions = ['logs:Describe*', 'logs:CreateLogGroup', 'logs:DeleteLogGroup', 'sts:GetCallerIdentity'];
  const key = await createUser(iamClient(server), allow(actions));
  await user.signInAt('/log-groups?dialog=create', key);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Log group name').fill('half-made');
  await dialog.getByRole('button', { name: 'Retention' }).click();
  await page.getByRole('option', { name: '3 days', exact: true }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.getByText('allow the action logs:PutRetentionPolicy').waitFor();
  expect(await described('half-made')).toEqual([]);

  await user.goTo(`/log-groups/group?name=${encodeURIComponent(group)}&dialog=retention`);
  await dialog.getByRole('button', { name: 'Retention' }).click();
  await page.getByRole('option', { name: '3 days', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await dialog.getByText('allow the action logs:PutRetentionPolicy').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
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
