import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { beforeAll, expect } from 'vitest';
import { credentials } from '../support/sallyport.ts';
import { consoleTests, takeScreenshots } from './support/index.ts';

const { server, test } = await consoleTests();
const { controlUrl } = server;
const metrics = new CloudWatch({ endpoint: controlUrl, region: 'us-east-1', credentials });
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:tell';
const WEBHOOK = 'arn:aws:sallyport:::webhook/ops';
const alarmNamed = async (name: string) =>
  await metrics.describeAlarms({ AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] });

beforeAll(async () => {
  const now = Date.now();
  await metrics.putMetricData({
    Namespace: 'Shop',
    MetricData: [3, 8, 5].map((Value, at) => ({
      MetricName: 'Orders',
      Dimensions: [{ Name: 'Store', Value: 'north' }],
      Timestamp: new Date(now - at * 600_000),
      Value,
    })),
  });
});

test('makes an alarm of a metric, sets its state, edits and deletes it', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/alarms');
  await page.getByRole('link', { name: 'Create alarm' }).first().click();
  await page.getByRole('combobox', { name: 'Namespace' }).fill('Shop');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Metric name/ }).click();
  await page.getByRole('option', { name: 'Orders' }).click();
  await page.getByRole('button', { name: /^Dimensions/ }).click();
  await page.getByRole('option', { name: 'Store: north' }).click();
  await page.getByText('Orders (Sum)').first().waitFor();
  await page.getByRole('textbox', { name: 'Threshold' }).fill('6');
  await page.getByLabel('Alarm name').fill('shop/orders');
  await page.getByLabel('In alarm, notify').fill(WEBHOOK);
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'alarm-create');
  await page.getByLabel('Bad periods to alarm (M)').fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('DatapointsToAlarm must be less than or equal to EvaluationPeriods').waitFor();
  await page.getByLabel('Bad periods to alarm (M)').fill('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The setting alarm-webhooks has no ops').waitFor();
  await page.getByLabel('In alarm, notify').fill(FUNCTION);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('shop/orders was saved.').waitFor();
  expect((await alarmNamed('shop/orders')).MetricAlarms?.[0]).toMatchObject({
    Namespace: 'Shop',
    MetricName: 'Orders',
    Dimensions: [{ Name: 'Store', Value: 'north' }],
    Statistic: 'Sum',
    Threshold: 6,
    AlarmActions: [FUNCTION],
  });

  await page.getByRole('button', { name: 'Set state' }).click();
  await page.getByRole('menuitem', { name: 'Insufficient data' }).click();
  await page.getByText('The state was set').waitFor();
  await page.getByRole('button', { name: 'Disable actions' }).click();
  await page.getByRole('button', { name: 'Enable actions' }).waitFor();
  expect((await alarmNamed('shop/orders')).MetricAlarms?.[0]?.ActionsEnabled).toBe(false);
  await page.getByRole('row').filter({ hasText: 'Settings' }).first().waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'alarm');

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Threshold' }).fill('60');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('shop/orders was saved.').waitFor();
  expect((await alarmNamed('shop/orders')).MetricAlarms?.[0]).toMatchObject({ Threshold: 60, ActionsEnabled: false });

  await user.goTo('/alarms/create?type=composite');
  await page.getByLabel('Alarm name').fill('both');
  await page.getByLabel('Alarm rule').fill('ALARM("shop/orders") OR FALSE');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('both was saved.').waitFor();
  expect((await alarmNamed('both')).CompositeAlarms?.[0]?.AlarmRule).toBe('ALARM("shop/orders") OR FALSE');

  await user.goTo('/alarms');
  await page.getByRole('link', { name: 'shop/orders' }).waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'alarms');
  await page.getByRole('radio', { name: 'Select both' }).check();
  await page.getByRole('button', { name: 'Delete alarm' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('both');
  await page.keyboard.press('Enter');
  await page.getByText('both was deleted.').waitFor();
  expect((await alarmNamed('both')).CompositeAlarms).toEqual([]);
});

test('shows processes, scaling and what functions are kept to', async ({ user }) => {
  const { page } = user;
  await user.signInAt('/system');
  await page.getByRole('heading', { name: 'Workers' }).waitFor();
  await page.getByText('Files and processes').waitFor();
  await page.getByText('in all').waitFor();
  expect(await user.seriousFindings()).toEqual([]);
  await takeScreenshots(page, 'system');
});
