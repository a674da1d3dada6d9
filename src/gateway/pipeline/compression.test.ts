import { gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closing } from '../testing/cleanup.ts';
import { returning } from '../testing/functions.ts';
import { type Reply, startBackend, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';
import { responseCoding } from './accept-encoding.ts';

const keep = closing();

const TEXT = '[{"id":1,"type":"dog","price":249.99}]'.repeat(20);

async function start(reply: Reply, minimumCompressionSize?: number) {
  const backend = await keep(startBackend(() => reply));
  const responses = { 200: { statusCode: '200' } };
  const methodIntegration = integration({
    httpMethod: 'GET',
    uri: `${backend.url}/`,
    integrationResponses: { 200: { statusCode: '200' } },
  });
  const method = (change: Partial<typeof methodIntegration>) => ({
    ANY: { methodResponses: responses, methodIntegration: { ...methodIntegration, ...change } },
  });
  const uri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations';
  return keep(
    startGateway(
      {
        restApi: minimumCompressionSize === undefined ? {} : { minimumCompressionSize },
        methods: {
          '/proxy': method({ type: 'HTTP_PROXY' }),
          '/http': method({ type: 'HTTP' }),
          '/function': method({ type: 'AWS_PROXY', httpMethod: 'POST', uri }),
          '/template': method({
            type: 'MOCK',
            integrationResponses: { 200: { statusCode: '200', responseTemplates: { 'application/json': TEXT } } },
          }),
        },
      },
      returning({ statusCode: 200, body: TEXT }),
    ),
  );
}

describe('the coding of a response (RFC 9110 section 12.5.3; guide, "Enable payload compression for an API")', () => {
  it.each([
    ['deflate,gzip', 'deflate'],
    ['', undefined],
    ['*', 'gzip'],
    ['deflate;q=0.5,gzip;q=1.0', 'gzip'],
    ['gzip;q=1.0,identity;q=0.5,*;q=0', 'gzip'],
    ['gzip, deflate, br', 'gzip'],
    ['br', undefined],
    ['br;q=1.0, gzip;q=0.8', undefined],
    ['identity', undefined],
    ['gzip;q=0', undefined],
    ['GZIP', 'gzip'],
    [undefined, undefined],
  ] as const)('for %j is %s', (acceptEncoding, coding) => {
    expect(responseCoding(acceptEncoding)).toBe(coding);
  });
});

describe('an API with a minimumCompressionSize (fact D76)', () => {
  it.each(['/proxy', '/http', '/function', '/template'])('compresses the answer of %s', async (path) => {
    const { call } = await start({ body: TEXT }, 0);
    const gzip = await call(path, { headers: ['Accept-Encoding', 'gzip'] });
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(gzip.bytes.length) });
    expect(gunzipSync(gzip.bytes).toString()).toBe(TEXT);
    const deflate = await call(path, { headers: ['Accept-Encoding', 'deflate'] });
    expect(deflate.headers).toMatchObject({ 'content-encoding': 'deflate' });
    expect(inflateSync(deflate.bytes).toString()).toBe(TEXT);
    const none = await call(path);
    expect(none.headers).not.toHaveProperty('content-encoding');
    expect(none.body).toBe(TEXT);
  });

  it.each([
    [TEXT.length, true],
    [TEXT.length + 1, false],
  ])('of %i compresses a body of that length: %s', async (minimum, compressed) => {
    const { call } = await start({ body: TEXT }, minimum);
    const { headers } = await call('/proxy', { headers: ['Accept-Encoding', 'gzip'] });
    expect(headers['content-encoding'] === 'gzip').toBe(compressed);
  });

  it('compresses a large body as it comes in', async () => {
    const body = Buffer.alloc(2_000_000, 'abc');
    const { call } = await start({ body }, 0);
    for (const path of ['/proxy', '/http']) {
      const answer = await call(path, { headers: ['Accept-Encoding', 'gzip'] });
      expect(answer.headers).not.toHaveProperty('content-length');
      expect(gunzipSync(answer.bytes).equals(body)).toBe(true);
    }
  });

  it('leaves what is compressed already, and what has no body', async () => {
    const { call } = await start({ body: gzipSync(TEXT), headers: ['Content-Encoding', 'gzip'] }, 0);
    const answer = await call('/proxy', { headers: ['Accept-Encoding', 'gzip'] });
    expect(gunzipSync(answer.bytes).toString()).toBe(TEXT);
    const empty = await start({ status: 204 }, 0);
    expect((await empty.call('/proxy', { headers: ['Accept-Encoding', 'gzip'] })).headers).not.toHaveProperty(
      'content-encoding',
    );
    const head = await call('/http', { method: 'HEAD', headers: ['Accept-Encoding', 'gzip'] });
    expect(head).toMatchObject({ status: 200, body: '' });
  });

  it('is needed: without it nothing is compressed', async () => {
    const { call, warnings } = await start({ body: TEXT });
    const answer = await call('/proxy', { headers: ['Accept-Encoding', 'gzip'] });
    expect(answer.body).toBe(TEXT);
    expect(warnings).toEqual([]);
  });
});
