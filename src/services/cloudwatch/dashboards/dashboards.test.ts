import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPE, startAlarms, type TestAlarms } from '../testing/alarms.ts';
import { dashboardHandlers } from './index.ts';

let test: TestAlarms;
let api: ReturnType<typeof dashboardHandlers>;
beforeEach(async () => {
  test = await startAlarms();
  api = dashboardHandlers(test.context);
});
afterEach(() => test.end());

const metric = {
  type: 'metric',
  x: 0,
  y: 0,
  width: 12,
  height: 6,
  properties: {
    metrics: [['AWS/EC2', 'CPUUtilization', 'InstanceId', 'i-012345']],
    period: 300,
    stat: 'Average',
    region: 'us-east-1',
  },
};
const text = { type: 'text', x: 0, y: 7, width: 3, height: 3, properties: { markdown: 'Hello world' } };
const put = (body: unknown, DashboardName = 'ops') =>
  api.putDashboard(
    { DashboardName, DashboardBody: typeof body === 'string' ? body : JSON.stringify(body) },
    test.call(),
  );

describe('dashboards', () => {
  // API reference, "Dashboard Body Structure and Syntax", its first example.
  it('are kept as they were given, for the account', async () => {
    const body = JSON.stringify({ start: '-PT6H', periodOverride: 'inherit', widgets: [metric, text] });
    expect(await put(body)).toEqual({ DashboardValidationMessages: [] });
    const elsewhere = { ...test.call(), scope: { ...SCOPE, region: 'eu-west-1' } };
    expect(await api.getDashboard({ DashboardName: 'ops' }, elsewhere)).toEqual({
      DashboardName: 'ops',
      DashboardArn: `arn:aws:cloudwatch::${SCOPE.accountId}:dashboard/ops`,
      DashboardBody: body,
    });
    const { DashboardEntries } = await api.listDashboards({ DashboardNamePrefix: 'o' }, test.call());
    expect(DashboardEntries).toMatchObject([
      { DashboardName: 'ops', Size: body.length, LastModified: new Date(test.clock.nowMs) },
    ]);
    await api.deleteDashboards({ DashboardNames: ['ops'] }, test.call());
    await expect(api.getDashboard({ DashboardName: 'ops' }, test.call())).rejects.toMatchObject({
      code: 'DashboardNotFoundError',
      statusCode: 404,
      message: 'Dashboard ops does not exist',
    });
  });

  it('are deleted all or none', async () => {
    await put({ widgets: [] });
    await expect(api.deleteDashboards({ DashboardNames: ['ops', 'gone'] }, test.call())).rejects.toMatchObject({
      code: 'DashboardNotFoundError',
    });
    expect((await api.listDashboards({}, test.call())).DashboardEntries).toHaveLength(1);
  });

  // The form, and the texts of the first three, as users of AWS report them.
  it.each<[unknown, string, string]>([
    [
      { widgets: [{ ...metric, properties: { metrics: [['AWS/ECS', 'CPUUtilization', 'Cluster']] } }] },
      '/widgets/0/properties/metrics/0',
      'Should NOT have more than 2 items',
    ],
    [
      { widgets: [{ ...metric, properties: { metrics: [['AWS/ECS', 'CPUUtilization', { Cluster: 'x' }, 'y']] } }] },
      '/widgets/0/properties/metrics/0/2',
      "Invalid metric field type, only 'String' type is allowed",
    ],
    [
      { widgets: [{ ...metric, properties: { metrics: [['AWS/ECS', 'Memory', 'Cluster', 'c', 'Service']] } }] },
      '/widgets/0/properties/metrics/0',
      'Should NOT have more than 4 items',
    ],
    [{}, '', "Should have required property 'widgets'"],
    [{ widgets: {} }, '/widgets', 'Should be array'],
    [{ widgets: [{ ...text, width: 25 }] }, '/widgets/0/width', 'Should be <= 24'],
    [{ widgets: [{ ...text, x: undefined }] }, '/widgets/0', "Should have required property 'x'"],
    [{ widgets: [{ ...text, properties: {} }] }, '/widgets/0/properties', "Should have required property 'markdown'"],
    [{ widgets: Array(501).fill(text) }, '/widgets', 'Should NOT have more than 500 items'],
  ])('refuse %j', async (body, dataPath, message) => {
    const said = `The dashboard body is invalid, there are 1 validation errors:\n${JSON.stringify([{ dataPath, message }], null, 2)}`;
    await expect(put(body)).rejects.toMatchObject({
      code: 'DashboardInvalidInputError',
      statusCode: 400,
      message: said,
      members: { dashboardValidationMessages: [{ DataPath: dataPath, Message: message }] },
    });
  });

  it.each(['', '[]', 'nonsense', '7'])('refuse %j, which is no JSON object', async (body) => {
    await expect(put(body)).rejects.toMatchObject({ message: 'The field DashboardBody must be a valid JSON object' });
  });

  it('answer a hundred mistakes of a body at most', async () => {
    const metrics = Array(1_000).fill([1, 2]);
    const refused = await put({ widgets: [{ ...metric, properties: { metrics } }] }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'DashboardInvalidInputError', statusCode: 400 });
    expect(refused).toHaveProperty('members.dashboardValidationMessages.length', 100);
  });

  it.each(['', 'a\0', '\ud800', 'a b'])('are not found by %j, which is no name of one', async (name) => {
    const unknown = { code: 'DashboardNotFoundError', statusCode: 404 };
    await expect(api.getDashboard({ DashboardName: name }, test.call())).rejects.toMatchObject(unknown);
    await expect(api.deleteDashboards({ DashboardNames: [name] }, test.call())).rejects.toMatchObject(unknown);
    await put({ widgets: [] });
    const { DashboardEntries } = await api.listDashboards({ DashboardNamePrefix: name }, test.call());
    expect(DashboardEntries).toHaveLength(name === '' ? 1 : 0);
  });

  it('warn of what may be a mistake', async () => {
    const body = { widgets: [{ ...metric, properties: { ...metric.properties, stat: 'Mean' } }], title: 'x' };
    expect(await put(body)).toEqual({
      DashboardValidationMessages: [
        { DataPath: '', Message: "Should NOT have additional properties: 'title'" },
        { DataPath: '/widgets/0/properties/stat', Message: 'Invalid statistic: Mean' },
      ],
    });
  });
});
