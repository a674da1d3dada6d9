import { describe, expect, it } from 'vitest';
import type { AwsAccess, Integration } from '../../../model/index.ts';
import { createSigningKeys, sha256Hex, verifySignature } from '../../../sigv4/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { noFunctions, type Reply, type Seen, startBackend, startGateway } from '../../testing/harness.ts';
import { integration } from '../../testing/snapshots.ts';

const keep = closing();

const OWN = { accessKeyId: 'AKIDOWN', secretAccessKey: 'own secret' };
const ROLE = { accessKeyId: 'ASIAROLE', secretAccessKey: 'secret/of+role', sessionToken: 'token==' };
const CALLER = 'arn:aws:iam::*:user/*';
const ROLE_ARN = 'arn:aws:iam::123456789012:role/apigAwsProxyRole';

interface Change extends Partial<Integration> {
  readonly access?: (url: string) => AwsAccess;
  readonly binaryMediaTypes?: readonly string[];
  readonly authorizationType?: 'AWS_IAM';
}

/** A method whose AWS integration goes to a server of this test. */
async function start(uri: string, change: Change = {}, reply?: (seen: Seen) => Reply) {
  const service = await keep(startBackend(reply));
  const {
    access = (url) => ({ endpoints: {}, defaultEndpoint: url, credentials: OWN }),
    binaryMediaTypes,
    authorizationType,
    ...rest
  } = change;
  const gateway = await keep(
    startGateway(
      {
        restApi: { ...(binaryMediaTypes && { binaryMediaTypes }) },
        stage: { variables: { queue: 'orders' } },
        methods: {
          '/{folder}/{item}': {
            ANY: {
              ...(authorizationType && { authorizationType }),
              methodResponses: { 200: { statusCode: '200' }, 400: { statusCode: '400' }, 500: { statusCode: '500' } },
              methodIntegration: integration({
                type: 'AWS',
                httpMethod: 'POST',
                uri: `arn:aws:apigateway:us-west-2:${uri}`,
                integrationResponses: {
                  200: { statusCode: '200' },
                  400: { statusCode: '400', selectionPattern: '4\\d{2}' },
                },
                ...rest,
              }),
            },
          },
        },
      },
      noFunctions,
      undefined,
      undefined,
      { awsAccess: () => access(service.url) },
    ),
  );
  return { ...gateway, service };
}

/** Checks a request's signature as the service would. */
async function signedBy(seen: Seen | undefined, secret: typeof OWN | typeof ROLE, service: string) {
  const [path = '', query = ''] = (seen?.url ?? '').split('?');
  const verdict = await verifySignature(
    { method: seen?.method ?? '', path, query, headers: seen?.rawHeaders ?? [] },
    sha256Hex(seen?.body ?? ''),
    {
      credentials: { find: async (id) => (id === secret.accessKeyId ? secret : undefined) },
      keys: createSigningKeys(),
      nowMs: Date.now(),
      expected: { region: 'us-west-2', service },
    },
  );
  return verdict.ok ? 'signed' : verdict.message;
}

describe('a request to an AWS service', () => {
  // Features A5.1: the URI of an invocation calls a function; every other path is one of Lambda's own interface.
  it('may be another operation of Lambda than an invocation', async () => {
    const { call, service } = await start('lambda:path/2015-03-31/functions/{name}/configuration', {
      httpMethod: 'GET',
      requestParameters: { 'integration.request.path.name': 'method.request.path.item' },
    });
    expect(await call('/functions/f')).toMatchObject({ status: 200 });
    expect(service.seen[0]).toMatchObject({ method: 'GET', url: '/2015-03-31/functions/f/configuration' });
    expect(await signedBy(service.seen[0], OWN, 'lambda')).toBe('signed');
  });

  // Guide, "Create a REST API as an Amazon Kinesis proxy": POST /?Action=ListStreams, the body from a template.
  it('by action has the operation in the query, and is signed', async () => {
    const { call, service } = await start('kinesis:action/DescribeStream', {
      requestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.1'" },
      requestTemplates: { 'application/json': '{\n    "StreamName": "$input.params(\'item\')"\n}' },
    });
    expect(await call('/streams/mine')).toMatchObject({ status: 200 });
    const [seen] = service.seen;
    expect(seen).toMatchObject({ method: 'POST', url: '/?Action=DescribeStream' });
    expect(JSON.parse(seen?.body ?? '')).toEqual({ StreamName: 'mine' });
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Kinesis_20131202.DescribeStream',
      accept: 'application/json',
      'user-agent': 'AmazonAPIGateway_api1234567',
      host: new URL(service.url).host,
    });
    expect(await signedBy(seen, OWN, 'kinesis')).toBe('signed');
  });

  it('by action may have parameters in the URI and in mappings', async () => {
    const { call, service } = await start('sns:action/Publish&Subject={s}', {
      requestParameters: {
        'integration.request.path.s': 'method.request.path.folder',
        'integration.request.querystring.Message': 'method.request.body.text',
        'integration.request.querystring.TopicArn': "'arn:aws:sns:us-west-2:123456789012:t'",
      },
    });
    await call('/hello%20you/x', { method: 'POST', body: '{"text":"a&b=c"}' });
    expect(service.seen[0]?.url).toBe(
      '/?Action=Publish&Subject=hello%20you&Message=a%26b%3Dc&TopicArn=arn%3Aaws%3Asns%3Aus-west-2%3A123456789012%3At',
    );
    expect(service.seen[0]?.headers).not.toHaveProperty('x-amz-target');
    expect(await signedBy(service.seen[0], OWN, 'sns')).toBe('signed');
  });

  it('by action without a body has its parameters also as the form that stands-ins for AWS understand', async () => {
    const { call, service } = await start('sns:action/Publish', {
      requestParameters: { 'integration.request.querystring.Message': "'hello'" },
    });
    await call('/a/b', { method: 'POST' });
    expect(service.seen[0]).toMatchObject({
      url: '/?Action=Publish&Message=hello',
      body: 'Action=Publish&Message=hello',
    });
    expect(service.seen[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(await signedBy(service.seen[0], OWN, 'sns')).toBe('signed');
  });

  // Guide, "Create a REST API as an Amazon S3 proxy".
  it('by path goes to that path, with the caller’s values in it', async () => {
    const { call, service } = await start('s3:path/{bucket}/{object}', {
      httpMethod: 'PUT',
      requestParameters: {
        'integration.request.path.object': 'method.request.path.item',
        'integration.request.path.bucket': 'method.request.path.folder',
        'integration.request.header.Content-Type': 'method.request.header.Content-Type',
      },
    });
    await call('/my-bucket/a%2Fb%20%C3%A4%2B.txt', {
      method: 'PUT',
      headers: ['Content-Type', 'text/plain'],
      body: 'hi',
    });
    const [seen] = service.seen;
    expect(seen).toMatchObject({ method: 'PUT', url: '/my-bucket/a%2Fb%20%C3%A4+.txt', body: 'hi' });
    expect(seen?.headers).toMatchObject({ 'content-type': 'text/plain', 'x-amz-content-sha256': sha256Hex('hi') });
    expect(await signedBy(seen, OWN, 's3')).toBe('signed');
  });

  it('by path may have a sub-domain, which an endpoint of the operator’s gets in the path', async () => {
    const { call, service } = await start('photos.s3:path/cats/1.jpg', { httpMethod: 'GET' });
    await call('/a/b');
    expect(service.seen[0]?.url).toBe('/photos/cats/1.jpg');
    expect(await signedBy(service.seen[0], OWN, 's3')).toBe('signed');
  });

  it('by path may have a form for a body, and stage variables in its URI (features A5.3)', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's notation.
    const { call, service } = await start('sqs:path/123456789012/${stageVariables.queue}', {
      requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
      requestTemplates: { 'application/json': 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' },
    });
    await call('/a/b', { method: 'POST', body: '{"id": 1}' });
    expect(service.seen[0]).toMatchObject({
      url: '/123456789012/orders',
      body: 'Action=SendMessage&MessageBody=%7B%22id%22%3A+1%7D',
    });
    expect(await signedBy(service.seen[0], OWN, 'sqs')).toBe('signed');
  });

  it('takes a header from a template’s override', async () => {
    const { call, service } = await start('events:action/PutEvents', {
      requestTemplates: {
        'application/json': `#set($context.requestOverride.header.X-Amz-Target = "AWSEvents.PutEvents")
#set($context.requestOverride.header.Content-Type = "application/x-amz-json-1.1")
{"Entries": []}`,
      },
    });
    await call('/a/b', { method: 'POST' });
    expect(service.seen[0]?.headers).toMatchObject({
      'x-amz-target': 'AWSEvents.PutEvents',
      'content-type': 'application/x-amz-json-1.1',
    });
    expect(await signedBy(service.seen[0], OWN, 'events')).toBe('signed');
  });
});

describe('the answer of an AWS service', () => {
  it('goes to the client by integration responses', async () => {
    const { call } = await start(
      'dynamodb:action/GetItem',
      {
        integrationResponses: {
          200: { statusCode: '200', responseTemplates: { 'application/json': `{"n": "$input.path('$.Item.n.S')"}` } },
          400: {
            statusCode: '400',
            selectionPattern: '4\\d{2}',
            responseParameters: { 'method.response.header.X-Endpoint-Id': 'context.awsEndpointRequestId' },
            responseTemplates: { 'application/json': `{"error": "$input.path('$.__type')"}` },
          },
        },
      },
      ({ body }) =>
        body.includes('bad')
          ? { status: 400, headers: ['x-amzn-RequestId', 'R1'], body: '{"__type":"ValidationException"}' }
          : { body: '{"Item":{"n":{"S":"Ada"}}}' },
    );
    const good = await call('/a/b', { method: 'POST', body: '{}' });
    expect(good).toMatchObject({ status: 200, body: '{"n": "Ada"}' });
    expect(good.headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
    const bad = await call('/a/b', { method: 'POST', body: '{"bad":1}' });
    expect(bad).toMatchObject({
      status: 400,
      body: '{"error": "ValidationException"}',
      headers: { 'x-endpoint-id': 'R1' },
    });
  });

  it('may be binary', async () => {
    const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]);
    const { call } = await start('s3:path/b/k', { httpMethod: 'GET', binaryMediaTypes: ['image/jpeg'] }, () => ({
      headers: ['Content-Type', 'image/jpeg'],
      body: jpg,
    }));
    expect((await call('/a/b', { headers: ['Accept', 'image/jpeg'] })).bytes).toEqual(jpg);
    expect((await call('/a/b')).body).toBe(jpg.toString('base64'));
  });
});

describe('the credentials of an integration (fact D66)', () => {
  const sts = ({ url, body }: Seen): Reply => {
    if (url !== '/sts') return {};
    if (body.includes('forbidden'))
      return { status: 403, body: '<ErrorResponse><Error><Message>not authorized</Message></Error></ErrorResponse>' };
    const { accessKeyId, secretAccessKey, sessionToken } = ROLE;
    return {
      body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>
<SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    };
  };
  const withSts = (url: string): AwsAccess => ({ endpoints: { sts: `${url}/sts/`, s3: url }, credentials: OWN });

  it('are a role’s, assumed once, where roles can be assumed', async () => {
    const change = { httpMethod: 'GET', credentials: ROLE_ARN, access: withSts };
    const { call, service } = await start('s3:path/b/k', change, sts);
    const answers = await Promise.all([call('/a/b'), call('/a/b'), call('/a/b')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [assume, ...gets] = service.seen;
    expect(new URLSearchParams(assume?.body)).toEqual(
      new URLSearchParams({
        Action: 'AssumeRole',
        Version: '2011-06-15',
        RoleArn: ROLE_ARN,
        RoleSessionName: 'BackplaneAssumeRoleSession',
      }),
    );
    expect(await signedBy(assume, OWN, 'sts')).toBe('signed');
    expect(gets).toHaveLength(3);
    for (const get of gets) {
      expect(await signedBy(get, ROLE, 's3')).toBe('signed');
      expect(get.headers['x-amz-security-token']).toBe(ROLE.sessionToken);
    }
  });

  it('that cannot be assumed fail the request, and the operator hears why', async () => {
    const credentials = 'arn:aws:iam::123456789012:role/forbidden';
    const { call, service, warnings } = await start(
      's3:path/b/k',
      { httpMethod: 'GET', credentials, access: withSts },
      sts,
    );
    expect(await call('/a/b')).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(warnings.join()).toContain('does not have permission to assume the provided role');
    expect(warnings.join()).toContain('not authorized');
    expect(service.seen).toHaveLength(1);
  });

  it('are the operator’s own at an endpoint of his, where none is set for STS', async () => {
    const access = (url: string): AwsAccess => ({ endpoints: { s3: url }, credentials: OWN });
    const { call, service } = await start('s3:path/b/k', { httpMethod: 'GET', credentials: ROLE_ARN, access });
    expect(await call('/a/b')).toMatchObject({ status: 200 });
    expect(await signedBy(service.seen[0], OWN, 's3')).toBe('signed');
  });

  it('must be there', async () => {
    const access = (url: string): AwsAccess => ({ endpoints: {}, defaultEndpoint: url });
    const { call, service, warnings } = await start('s3:path/b/k', { access });
    expect(await call('/a/b')).toMatchObject({ status: 500 });
    expect(warnings.join()).toContain('AWS_ACCESS_KEY_ID');
    expect(service.seen).toHaveLength(0);
  });

  // What AWS answers in these cases is not known.
  it('of the caller are had where he signs and the operator set the endpoint: else every request fails', async () => {
    const unsigned = await start('s3:path/b/k', { credentials: CALLER });
    expect(await unsigned.call('/a/b')).toMatchObject({ status: 500 });
    expect(unsigned.warnings.join()).toContain('methods with AWS_IAM alone');
    const access = () => ({ endpoints: {}, credentials: OWN });
    const atAws = await start('s3:path/b/k', { credentials: CALLER, authorizationType: 'AWS_IAM', access });
    await atAws.call('/a/b');
    expect(atAws.warnings.join()).toContain('AWS does not know your callers');
    expect([...unsigned.service.seen, ...atAws.service.seen]).toEqual([]);
  });
});

it('a header that steers the signature must not be mapped (fact D26)', async () => {
  const { call, service } = await start('s3:path/b/k', {
    requestParameters: { 'integration.request.header.authorization': "'x'" },
  });
  expect(await call('/a/b', { method: 'POST' })).toMatchObject({ status: 500 });
  expect(service.seen).toHaveLength(0);
});
