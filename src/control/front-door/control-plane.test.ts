import { once } from 'node:events';
import { connect } from 'node:net';
import type { APIGateway } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../../aws/index.ts';
import { serveService } from '../index.ts';
import { type ControlPlaneServer, serveControlPlane } from '../testing/control-plane-server.ts';
import { type RawRequest, type Signing, signedRequest } from '../testing/signed-fetch.ts';
import { smallServices } from '../testing/small-services.ts';

let server: ControlPlaneServer;
beforeAll(async () => {
  server = await serveControlPlane(smallServices([]), { bodyLimitBytes: 10_000 });
});
afterAll(() => server.close());

/** One call of each protocol, as its clients send it. */
const REST: RawRequest & Signing = {
  method: 'POST',
  path: '/restapis',
  body: '{"name":"a"}',
  headers: { 'content-type': 'application/json' },
  service: 'apigateway',
};
const JSON11: RawRequest & Signing = {
  method: 'POST',
  path: '/',
  body: '{"logGroupName":"g"}',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Logs_20140328.CreateLogGroup' },
  service: 'logs',
};
const QUERY: RawRequest & Signing = {
  method: 'POST',
  path: '/',
  body: 'Action=AssumeRole&Version=2011-06-15&RoleArn=arn&RoleSessionName=s',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  service: 'sts',
};
const CBOR: RawRequest & Signing = {
  method: 'POST',
  path: '/service/GraniteServiceVersion20100801/operation/PutMetricData',
  body: Buffer.from('a0', 'hex'),
  headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
  service: 'monitoring',
};

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function send(request: Request): Promise<Answer> {
  const response = await fetch(request);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function call(request: RawRequest & Signing): Promise<Answer> {
  return send(await signedRequest(server.endpoint, request, request));
}

function unsigned({ method, path, body, headers }: RawRequest): Request {
  return new Request(new URL(path, server.endpoint), {
    method,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  });
}

/** Code, text and status of an error in the way in which the protocol tells them. */
function told({ status, headers, text }: Answer) {
  expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  if (text.startsWith('<')) {
    expect(text).toContain('<Type>Sender</Type>');
    expect(headers.get('content-type')).toBe('text/xml');
    return [/<Code>(.*)<\/Code>/.exec(text)?.[1], /<Message>([\s\S]*)<\/Message>/.exec(text)?.[1], status];
  }
  const { __type, message, Message } = JSON.parse(text);
  if (headers.get('content-type') !== 'application/json') expect(__type).toBe(headers.get('x-amzn-errortype'));
  return [headers.get('x-amzn-errortype'), message ?? Message, status];
}

const WRONG_SIGNATURE =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const UNKNOWN_KEY = 'The security token included in the request is invalid.';

// Names, statuses and texts: fact D107 and the sources in signature-errors.ts.
describe('a signature that is not good', () => {
  it.each([
    ['rest-json', REST, ['MissingAuthenticationTokenException', 'Missing Authentication Token', 403]],
    ['aws-json', JSON11, ['MissingAuthenticationTokenException', 'Request is missing Authentication Token', 400]],
    ['aws-query', QUERY, ['MissingAuthenticationToken', 'Request is missing Authentication Token', 403]],
  ])('that is missing, in %s', async (_, request, expected) => {
    expect(told(await send(unsigned(request)))).toEqual(expected);
  });

  it.each([
    ['rest-json', REST, ['UnrecognizedClientException', UNKNOWN_KEY, 403]],
    ['aws-json', JSON11, ['UnrecognizedClientException', UNKNOWN_KEY, 400]],
    ['aws-query', QUERY, ['InvalidClientTokenId', UNKNOWN_KEY, 403]],
  ])('by an unknown key, in %s', async (_, request, expected) => {
    expect(told(await call({ ...request, accessKeyId: 'AKIDUNKNOWN' }))).toEqual(expected);
  });

  it.each([
    ['rest-json', REST, ['InvalidSignatureException', WRONG_SIGNATURE, 403]],
    ['aws-json', JSON11, ['InvalidSignatureException', WRONG_SIGNATURE, 400]],
    ['aws-query', QUERY, ['SignatureDoesNotMatch', WRONG_SIGNATURE, 403]],
  ])('by a wrong secret, in %s', async (_, request, expected) => {
    expect(told(await call({ ...request, secretAccessKey: 'wrong' }))).toEqual(expected);
  });

  it('for another body', async () => {
    const signed = await signedRequest(server.endpoint, REST, REST);
    const tampered = new Request(signed, { body: '{"name":"b"}' });
    expect(told(await send(tampered))).toEqual(['InvalidSignatureException', WRONG_SIGNATURE, 403]);
  });

  it.each([
    ['old', -301_000, /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/],
    [
      'early',
      302_000,
      /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)$/,
    ],
  ])('of a date that is too %s', async (_, offsetMs, text) => {
    const [code, message, status] = told(await call({ ...QUERY, date: new Date(Date.now() + offsetMs) }));
    expect([code, status]).toEqual(['SignatureDoesNotMatch', 403]);
    expect(message).toMatch(text);
  });

  it('that is malformed', async () => {
    const request = unsigned({ ...REST, headers: { authorization: 'Bearer abc' } });
    const [code, message, status] = told(await send(request));
    expect([code, status]).toEqual(['IncompleteSignatureException', 403]);
    expect(message).toMatch(/^Invalid key=value pair \(missing equal-sign\) in Authorization header/);
  });

  it('over chunks that nobody verifies', async () => {
    const headers = { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' };
    expect(told(await call({ ...REST, headers }))).toEqual([
      'NotImplementedException',
      'Sallyport does not implement bodies that are signed in chunks (STREAMING-AWS4-HMAC-SHA256-PAYLOAD).',
      501,
    ]);
  });
});

it('takes a body that its signer left out of the signature', async () => {
  const unsignedPayload = { ...REST, headers: { ...REST.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } };
  const signed = await signedRequest(server.endpoint, unsignedPayload, REST);
  expect((await send(new Request(signed, { body: '{"name":"other"}' }))).status).toBe(201);
});

describe('a call that no handler sees', () => {
  it.each([
    [
      'rest-json',
      { ...REST, path: '/nothing' },
      ['UnknownOperationException', 'Could not find operation POST /nothing', 404],
    ],
    [
      'aws-json',
      { ...JSON11, headers: { ...JSON11.headers, 'x-amz-target': 'Logs_20140328.Nothing' } },
      ['UnknownOperationException', 'Could not find operation Logs_20140328.Nothing', 400],
    ],
    [
      'aws-query',
      { ...QUERY, body: 'Action=Nothing&Version=2011-06-15' },
      ['InvalidAction', 'Could not find operation Nothing for version 2011-06-15', 400],
    ],
    [
      'aws-query of another version',
      { ...QUERY, body: 'Action=AssumeRole&Version=2010-01-01' },
      ['InvalidAction', 'Could not find operation AssumeRole for version 2010-01-01', 400],
    ],
    [
      'a protocol that the service does not speak',
      { ...JSON11, service: 'lambda' },
      ['UnknownOperationException', 'Could not find operation Logs_20140328.CreateLogGroup', 400],
    ],
  ])('for an unknown operation, in %s', async (_, request, expected) => {
    expect(told(await call(request))).toEqual(expected);
  });

  it('for an unknown service', async () => {
    expect(told(await call({ ...REST, service: 'dynamodb' }))).toEqual([
      'NotImplementedException',
      'Sallyport does not implement the service dynamodb.',
      501,
    ]);
  });

  it.each([
    [
      'rest-json',
      { ...REST, body: '{"name":' },
      ['SerializationException', 'The request body is not valid JSON.', 400],
    ],
    ['rest-json', { ...REST, body: '[1]' }, ['SerializationException', 'Start of list found where not expected', 400]],
    [
      'rest-json',
      { ...REST, body: '{"name":7}' },
      ['SerializationException', 'NUMBER_VALUE can not be converted to a String', 400],
    ],
    [
      'rest-json (a query parameter)',
      { method: 'GET', path: '/restapis', query: { limit: 'x' }, service: 'apigateway' },
      ['SerializationException', 'STRING_VALUE can not be converted to a Number', 400],
    ],
    [
      'aws-json',
      { ...JSON11, body: '{"logGroupName":true}' },
      ['SerializationException', 'TRUE_VALUE can not be converted to a String', 400],
    ],
    [
      'aws-query',
      { ...QUERY, body: `${String(QUERY.body)}&DurationSeconds=x` },
      ['MalformedInput', 'STRING_VALUE can not be converted to a Number', 400],
    ],
    [
      'gzip',
      { ...JSON11, headers: { ...JSON11.headers, 'content-encoding': 'gzip' } },
      ['SerializationException', 'The request body is not valid gzip.', 400],
    ],
  ])('for malformed input, in %s', async (_, request, expected) => {
    expect(told(await call(request))).toEqual(expected);
  });

  // Texts: recorded on STS (roleArn), Logs (logGroupName), WAFv2 (nested members) and CloudWatch; names in service-errors.ts.
  it.each([
    ['apigateway', { ...REST, body: '{}' }, ['BadRequestException', nullAt('name'), 400]],
    [
      'lambda',
      { ...REST, service: 'lambda', path: '/2015-03-31/functions', body: '{"FunctionName":"f","Code":{}}' },
      ['ValidationException', nullAt('role'), 400],
    ],
    ['logs', { ...JSON11, body: '{}' }, ['InvalidParameterException', nullAt('logGroupName'), 400]],
    [
      'sts',
      { ...QUERY, body: 'Action=AssumeRole&Version=2011-06-15&Tags.member.1.Key=k&RoleSessionName=s' },
      [
        'ValidationError',
        "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null",
        400,
      ],
    ],
    [
      'cloudwatch',
      {
        ...QUERY,
        service: 'monitoring',
        body: 'Action=PutMetricData&Version=2010-08-01&MetricData.member.1.Value=1&Namespace=n',
      },
      ['MissingParameter', 'The parameter MetricData.member.1.MetricName is required.', 400],
    ],
  ])('for a missing required member of %s', async (_, request, expected) => {
    expect(told(await call(request))).toEqual(expected);
  });

  it('for a body beyond the limit, also after decompression', async () => {
    const { gzipSync } = await import('node:zlib');
    const large = JSON.stringify({ logGroupName: 'x'.repeat(10_000) });
    const tooLarge = ['RequestEntityTooLargeException', 'Request must be smaller than 10000 bytes', 413];
    expect(told(await call({ ...JSON11, body: large }))).toEqual(tooLarge);
    const headers = { ...JSON11.headers, 'content-encoding': 'gzip' };
    expect(told(await call({ ...JSON11, headers, body: gzipSync(large) }))).toEqual(tooLarge);
  });
});

describe('errors in rpc-v2-cbor', () => {
  it('carry the shape’s id in the body and the old code in a header', async () => {
    const response = await fetch(await signedRequest(server.endpoint, CBOR, CBOR));
    expect(response.status).toBe(400);
    expect(response.headers.get('smithy-protocol')).toBe('rpc-v2-cbor');
    expect(response.headers.get('x-amzn-query-error')).toBe('MissingParameter;Sender');
    const { cbor } = await import('@smithy/core/cbor');
    expect(cbor.deserialize(new Uint8Array(await response.arrayBuffer()))).toEqual({
      __type: 'com.amazonaws.cloudwatch#MissingRequiredParameterException',
      message: 'The parameter Namespace is required.',
    });
  });

  it('survive bodies that are no CBOR', async () => {
    for (const body of ['9bffffffffffffffff', '81'.repeat(5000), 'a1', 'ff', '7f61', 'a10102']) {
      const response = await fetch(
        await signedRequest(server.endpoint, { ...CBOR, body: Buffer.from(body, 'hex') }, CBOR),
      );
      expect(response.status, body).toBe(400);
    }
    expect(server.errors).toEqual([]);
  });
});

it('tells nobody of a client that goes away in the middle of its body', async () => {
  const { headers, url } = await signedRequest(server.endpoint, REST, REST);
  const { hostname, port } = new URL(url);
  const fields = [...headers].filter(([name]) => name !== 'host').map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /restapis HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-length: 12\r\n${fields.join('')}\r\n{"na`,
  );
  await once(socket, 'connect');
  socket.end();
  await once(socket.resume(), 'close');
  expect(server.errors).toEqual([]);
});

it('answers also when an error cannot be written', async () => {
  const broken = await serveControlPlane([
    serveService<APIGateway>('apigateway', {
      async getAccount() {
        throw new ServiceError('TooManyRequestsException', 429, 'Slow down', { retryAfterSeconds: 'a\r\nb' });
      },
    }),
  ]);
  const request = { method: 'GET', path: '/account', service: 'apigateway' };
  const answer = await send(await signedRequest(broken.endpoint, request, request));
  await broken.close();
  expect(told(answer).filter((_, index) => index !== 1)).toEqual(['InternalFailure', 500]);
  expect(broken.errors).toMatchObject([{ call: { service: 'apigateway', operation: 'GetAccount' } }]);
});

it('answers a presigned GET of aws-query, as EKS and Vault send it', async () => {
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const { Sha256 } = await import('../testing/signed-fetch.ts');
  const { KEY } = await import('../testing/control-plane-server.ts');
  const url = new URL(server.endpoint);
  const signer = new SignatureV4({ credentials: KEY, region: 'us-east-1', service: 'sts', sha256: Sha256 });
  const { query } = await signer.presign(
    {
      method: 'GET',
      protocol: 'http:',
      hostname: url.hostname,
      path: '/',
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
      headers: { host: url.host, 'x-k8s-aws-id': 'cluster' },
    },
    { expiresIn: 60, unhoistableHeaders: new Set(['x-k8s-aws-id']) },
  );
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
  const response = await fetch(url, { headers: { 'x-k8s-aws-id': 'cluster' } });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<Account>000000000000</Account>');
});

function nullAt(path: string): string {
  return `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`;
}
