import { CloudWatch, type CloudWatchClientConfig } from '@aws-sdk/client-cloudwatch';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentials, type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { Sha256 } from '../support/sha256.ts';

// CloudWatch's clients have spoken three protocols: older CLIs forms that are answered in XML (Query), the SDK of today JSON, others
// CBOR. Each puts a metric and reads it again, by the documented names of that protocol's members (API reference).

const METRIC = { Namespace: 'Shop', MetricName: 'Orders' };
const VALUES = [3, 4.5, 0];
const SUM = 7.5;
const PERIOD = 3_600;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Sallyport;
/** Two whole hours around now. */
const startMs = (Math.floor(Date.now() / (1_000 * PERIOD)) - 1) * 1_000 * PERIOD;
const [from, to] = [new Date(startMs), new Date(startMs + 3_000 * PERIOD)];

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startSallyport(['--data-dir', folder.path]);
}, 60_000);

afterAll(async () => {
  await server.stop();
  await folder.remove();
});

function clientOf(protocol: CloudWatchClientConfig): CloudWatch {
  return new CloudWatch({ endpoint: server.controlUrl, region: 'us-east-1', credentials, maxAttempts: 1, ...protocol });
}

/** Sends a form, signed; gives the status and the text of the answer. */
async function form(members: Readonly<Record<string, string>>): Promise<{ status: number; text: string }> {
  const { hostname, port, host } = new URL(server.controlUrl);
  const body = new URLSearchParams({ Version: '2010-08-01', ...members }).toString();
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const signer = new SignatureV4({ service: 'monitoring', region: 'us-east-1', credentials, sha256: Sha256 });
  const target = { method: 'POST', protocol: 'http:', hostname, port: Number(port), path: '/' };
  const signed = await signer.sign({ ...target, headers, body });
  const answer = await fetch(server.controlUrl, { method: 'POST', headers: signed.headers, body });
  return { status: answer.status, text: await answer.text() };
}

const member = (text: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];

describe.each([
  ['JSON 1.0', {}, 'json'],
  ['RPC v2 CBOR', { protocol: SmithyRpcV2CborProtocol, disableRequestCompression: true }, 'cbor'],
] as const)('in %s', (_protocol, configuration, service) => {
  const dimensions = [{ Name: 'Protocol', Value: service }];
  const metric = { ...METRIC, Dimensions: dimensions };

  test('a metric is put and read', async () => {
    const client = clientOf(configuration);
    await client.putMetricData({
      Namespace: METRIC.Namespace,
      MetricData: [{ MetricName: METRIC.MetricName, Dimensions: dimensions, Values: VALUES, Unit: 'Count' }],
    });
    const { Datapoints } = await client.getMetricStatistics({
      ...{ ...metric, StartTime: from, EndTime: to, Period: PERIOD },
      Statistics: ['Sum', 'SampleCount'],
    });
    expect(Datapoints).toMatchObject([{ Sum: SUM, SampleCount: 3, Unit: 'Count', Timestamp: expect.any(Date) }]);
    const { MetricDataResults } = await client.getMetricData({
      ...{ StartTime: from, EndTime: to },
      MetricDataQueries: [{ Id: 'orders', MetricStat: { Metric: metric, Period: PERIOD, Stat: 'Sum' } }],
    });
    expect(MetricDataResults).toMatchObject([{ Id: 'orders', Values: [SUM], StatusCode: 'Complete' }]);
  });

  test('a namespace of AWS is refused', async () => {
    const call = clientOf(configuration).putMetricData({
      Namespace: 'AWS/Shop',
      MetricData: [{ MetricName: 'Orders', Value: 1 }],
    });
    await expect(call).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('in Query', () => {
  const dimension = (prefix: string) => ({ [`${prefix}.1.Name`]: 'Protocol', [`${prefix}.1.Value`]: 'query' });
  const range = { StartTime: from.toISOString(), EndTime: to.toISOString() };

  test('a metric is put and read', async () => {
    const put = await form({
      ...{ Action: 'PutMetricData', Namespace: METRIC.Namespace },
      ...{ 'MetricData.member.1.MetricName': METRIC.MetricName, 'MetricData.member.1.Unit': 'Count' },
      ...dimension('MetricData.member.1.Dimensions.member'),
      ...Object.fromEntries(VALUES.map((value, n) => [`MetricData.member.1.Values.member.${n + 1}`, String(value)])),
    });
    expect(put).toMatchObject({ status: 200, text: expect.stringContaining('<PutMetricDataResponse') });
    const statistics = await form({
      ...{ Action: 'GetMetricStatistics', ...METRIC, ...range, Period: String(PERIOD) },
      ...{ 'Statistics.member.1': 'Sum', 'Statistics.member.2': 'SampleCount' },
      ...dimension('Dimensions.member'),
    });
    expect(statistics.status).toBe(200);
    expect(['Sum', 'SampleCount', 'Unit'].map((name) => member(statistics.text, name))).toEqual(['7.5', '3', 'Count']);
    const stat = 'MetricDataQueries.member.1.MetricStat';
    const data = await form({
      ...{ Action: 'GetMetricData', ...range, 'MetricDataQueries.member.1.Id': 'orders' },
      ...{ [`${stat}.Metric.Namespace`]: METRIC.Namespace, [`${stat}.Metric.MetricName`]: METRIC.MetricName },
      ...{ [`${stat}.Period`]: String(PERIOD), [`${stat}.Stat`]: 'Sum' },
      ...dimension(`${stat}.Metric.Dimensions.member`),
    });
    expect(data.status).toBe(200);
    expect(member(data.text, 'StatusCode')).toBe('Complete');
    expect(data.text).toMatch(/<Values>\s*<member>7\.5<\/member>\s*<\/Values>/);
  });

  test('a namespace of AWS is refused', async () => {
    const refused = await form({
      Action: 'PutMetricData',
      Namespace: 'AWS/Shop',
      'MetricData.member.1.MetricName': 'Orders',
      'MetricData.member.1.Value': '1',
    });
    expect(refused.status).toBe(400);
    expect(member(refused.text, 'Code')).toBe('InvalidParameterValue');
  });
});
