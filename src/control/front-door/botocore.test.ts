import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { pythonHas } from '../../../test/support/python.ts';
import { type ControlPlaneServer, KEY, serveControlPlane } from '../testing/control-plane-server.ts';
import { smallServices } from '../testing/small-services.ts';

const CLIENT = `
import json, os, sys, datetime, botocore.session, botocore.model
from botocore.config import Config
from botocore.exceptions import ClientError
endpoint, protocols = sys.argv[1], sys.argv[2]
if protocols:
    botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = protocols.split(',')
session = botocore.session.get_session()
session.set_credentials(os.environ['KEY_ID'], os.environ['KEY_SECRET'])
def client(name):
    return session.create_client(name, region_name='eu-central-1', endpoint_url=endpoint, config=Config(retries={'max_attempts': 0}, parameter_validation=False))
results = []
def call(service, operation, **arguments):
    try:
        answer = getattr(client(service), operation)(**arguments)
        meta = answer.pop('ResponseMetadata')
        for key, value in answer.items():
            if hasattr(value, 'read'):
                answer[key] = value.read().decode()
        results.append(answer)
    except ClientError as error:
        results.append([error.response['Error']['Code'], error.response['Error']['Message'], error.response['ResponseMetadata']['HTTPStatusCode']])
for service, operation, arguments in json.load(sys.stdin):
    for key, value in arguments.items():
        if isinstance(value, str) and value.startswith('date:'):
            arguments[key] = datetime.datetime.fromisoformat(value[5:])
    call(service, operation, **arguments)
print(json.dumps(results, default=lambda value: value.isoformat()))
`;

type Call = readonly [service: string, operation: string, input: Record<string, unknown>];

const seen: unknown[] = [];
let server: ControlPlaneServer;
beforeAll(async () => {
  server = await serveControlPlane(smallServices(seen));
});
afterAll(() => server.close());
beforeEach(() => seen.splice(0));

/** @param protocols in the order of preference; botocore's own when empty */
async function botocore(calls: readonly Call[], protocols = ''): Promise<unknown[]> {
  const child = promisify(execFile)('python3', ['-c', CLIENT, server.endpoint, protocols], {
    env: { ...process.env, KEY_ID: KEY.accessKeyId, KEY_SECRET: KEY.secretAccessKey },
  });
  child.child.stdin?.end(JSON.stringify(calls));
  return JSON.parse((await child).stdout);
}

const describeWithBotocore = it.skipIf(!pythonHas('botocore'));

describeWithBotocore(
  'serves botocore in the protocols that it picks (skipped where python3 has no botocore)',
  async () => {
    const results = await botocore([
      ['apigateway', 'create_rest_api', { name: 'ü', tags: { a: 'b' }, binaryMediaTypes: ['image/png'] }],
      ['apigateway', 'tag_resource', { resourceArn: 'arn:aws:apigateway:x::/restapis/a', tags: { k: 'v w' } }],
      ['apigateway', 'get_export', { restApiId: 'a', stageName: 'p', exportType: 'oas30', parameters: { x: 'y' } }],
      ['apigateway', 'delete_rest_api', { restApiId: 'a' }],
      ['apigateway', 'create_rest_api', {}],
      ['lambda', 'invoke', { FunctionName: 'f', Payload: '{"a":1}' }],
      ['lambda', 'get_function', { FunctionName: 'f' }],
      ['logs', 'describe_log_groups', {}],
      ['logs', 'delete_log_group', { logGroupName: 'g' }],
      ['acm', 'describe_certificate', { CertificateArn: 'arn' }],
      [
        'iam',
        'create_role',
        { RoleName: 'r', AssumeRolePolicyDocument: '{"a": "+ &="}', Tags: [{ Key: 'k', Value: 'é' }] },
      ],
      ['iam', 'get_role', { RoleName: 'x' }],
      ['sts', 'get_caller_identity', {}],
      ['sts', 'get_session_token', {}],
    ]);
    expect(results).toEqual([
      expect.objectContaining({ id: 'abcdefghij', name: 'ü', createdDate: expect.stringContaining('2026-01-31T') }),
      {},
      { contentType: 'application/json', contentDisposition: 'attachment', body: '{"swagger":"2.0"}' },
      ['TooManyRequestsException', 'Too Many Requests', 429],
      [
        'BadRequestException',
        "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
        400,
      ],
      expect.objectContaining({ StatusCode: 202, FunctionError: 'Unhandled', Payload: '{"a":1}' }),
      ['ResourceNotFoundException', 'Function not found: f', 404],
      { logGroups: [{ logGroupName: 'g', creationTime: 1769860800250, storedBytes: 2 ** 40 }] },
      ['ResourceNotFoundException', 'The specified log group does not exist.', 400],
      { Certificate: { CertificateArn: 'arn', CreatedAt: expect.stringContaining('2026-01-31T'), InUseBy: [] } },
      {
        Role: expect.objectContaining({
          Tags: [{ Key: 'k', Value: 'é' }],
          CreateDate: '2026-01-31T12:00:00.250000+00:00',
        }),
      },
      ['NoSuchEntity', 'The role with name x cannot be found.', 404],
      { UserId: '000000000000', Account: '000000000000', Arn: 'arn:aws:iam::000000000000:root' },
      ['NotImplementedException', 'Sallyport does not implement the operation GetSessionToken of STS.', 501],
    ]);
  },
);

describeWithBotocore.each([['smithy-rpc-v2-cbor'], ['json'], ['query']])(
  'serves botocore’s CloudWatch in %s (skipped where python3 has no botocore)',
  async (protocol) => {
    const results = await botocore(
      [
        [
          'cloudwatch',
          'put_metric_data',
          {
            Namespace: 'n',
            MetricData: Array.from({ length: 300 }, (_, index) => ({
              MetricName: `metric-${index}`,
              Dimensions: [{ Name: 'a', Value: 'ü' }],
              Value: index / 8 - 3,
              Values: [],
              StorageResolution: 70_000 * index,
            })),
          },
        ],
        [
          'cloudwatch',
          'get_metric_statistics',
          {
            Namespace: 'n',
            MetricName: 'm',
            StartTime: 'date:2026-01-01T00:00:00+00:00',
            EndTime: 'date:2026-01-31T12:00:00.250+00:00',
            Period: 60,
          },
        ],
        ['cloudwatch', 'get_dashboard', { DashboardName: 'x' }],
      ],
      protocol,
    );
    expect(seen[0]).toMatchObject({
      Namespace: 'n',
      MetricData: expect.arrayContaining([
        {
          MetricName: 'metric-299',
          Dimensions: [{ Name: 'a', Value: 'ü' }],
          Value: 34.375,
          Values: [],
          StorageResolution: 20_930_000,
        },
      ]),
    });
    expect(seen[1]).toMatchObject({ StartTime: new Date('2026-01-01T00:00:00Z') });
    expect(results).toEqual([
      {},
      {
        Label: 'm',
        Datapoints: [
          { Timestamp: expect.stringContaining('2026-01-31T'), Average: 0.5, SampleCount: 3, Sum: -1.5e300 },
        ],
      },
      ['ResourceNotFound', 'Dashboard x does not exist', 404],
    ]);
  },
);
