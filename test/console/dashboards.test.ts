import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const metrics = new CloudWatch({ endpoint: server.controlUrl, region: 'us-east-1', credentials });

test('makes a dashboard, shows its widgets, edits and deletes it', async ({ user }) => {
  const { page } = user;
  await metrics.putMetricData({
    Namespace: 'Dash',
    MetricData: [4, 9].map((Value, at) => ({
      MetricName: 'Visits',
      Timestamp: new Date(Date.now() - at * 300_000),
      Value,
    })),
  });
  const widget = (title: string) => ({
    type: 'metric',
    width: 12,
    height: 6,
    properties: {
      title,
      region: 'us-east-1',
      stat: 'Sum',
      period: 60,
      metrics: [['Dash', 'Visits', { id: 'm1' }], [{ expression: 'm1 * 2', label: 'Twice', id: 'e1' }]],
    },
  });
  const markdown = '# Who to call\n**By day** the shop:\n\n- [north](https://example.com/north)\n- south';
  const note = { type: 'text', width: 12, height: 6, properties: { markdown } };
  await user.signInAt('/dashboards');
  await page.getByRole('link', { name: 'Create dashboard' }).first().click();
  await page.getByLabel('Dashboard name').fill('shop');
  const body = page.getByRole('textbox', { name: 'Dashboard body' });
  await body.fill(JSON.stringify({ widgets: [widget('Visits of the shop'), note] }));
  expect(await user.seriousFindings()).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('shop was saved.').waitFor();
  await page.getByRole('heading', { name: 'Visits of the shop' }).waitFor();
  await page.getByRole('heading', { name: 'Who to call' }).waitFor();
  await page.getByRole('link', { name: 'north' }).waitFor();
  await page.getByText('Visits', { exact: true }).first().waitFor();
  await page.getByText('Twice', { exact: true }).first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'dashboard');

  await page.getByRole('link', { name: 'Edit' }).click();
  await body.fill(JSON.stringify({ widgets: [widget('Guests')] }));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Guests' }).waitFor();
  const { DashboardBody = '' } = await metrics.getDashboard({ DashboardName: 'shop' });
  expect(JSON.parse(DashboardBody).widgets[0].properties.title).toBe('Guests');

  await page.getByRole('button', { name: 'Delete dashboard' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('shop');
  await page.keyboard.press('Enter');
  await page.getByText('shop was deleted.').waitFor();
  expect((await metrics.listDashboards({})).DashboardEntries).toEqual([]);
});
