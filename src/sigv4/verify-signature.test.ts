import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonHas, runPython } from '../../test/support/python.ts';
import { Sha256 } from '../../test/support/sha256.ts';
import { createSigningKeys, type SignedRequest, type SigningSecret, sha256Hex, verifySignature } from './index.ts';

const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

async function verify(request: SignedRequest, bodySha256: string, secret: SigningSecret, nowMs: number) {
  return verifySignature(request, bodySha256, {
    credentials: { find: async (id) => (id === secret.accessKeyId ? secret : undefined) },
    keys: createSigningKeys(),
    nowMs,
  });
}

describe('published examples', () => {
  const at = (iso: string) => Date.parse(iso);
  const s3Secret = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  };

  it('accepts get-vanilla of the SigV4 test suite', async () => {
    const verdict = await verify(
      {
        method: 'GET',
        path: '/',
        query: '',
        headers: [
          'Host',
          'example.amazonaws.com',
          'X-Amz-Date',
          '20150830T123600Z',
          'Authorization',
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
        ],
      },
      EMPTY_SHA256,
      { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
      at('2015-08-30T12:36:00Z'),
    );
    expect(verdict).toMatchObject({
      ok: true,
      payload: 'signed',
      scope: { date: '20150830', region: 'us-east-1', service: 'service' },
    });
  });

  it('accepts ListUsers of the IAM User Guide', async () => {
    const verdict = await verify(
      {
        method: 'GET',
        path: '/',
        query: 'Action=ListUsers&Version=2010-05-08',
        headers: [
          'content-type',
          'application/x-www-form-urlencoded; charset=utf-8',
          'host',
          'iam.amazonaws.com',
          'x-amz-date',
          '20150830T123600Z',
          'authorization',
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
        ],
      },
      EMPTY_SHA256,
      { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
      at('2015-08-30T12:36:00Z'),
    );
    expect(verdict.ok).toBe(true);
  });

  it('accepts the presigned URL of the S3 API reference a day long, and refuses it afterwards', async () => {
    const request = {
      method: 'GET',
      path: '/test.txt',
      query:
        'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
      headers: ['Host', 'examplebucket.s3.amazonaws.com'],
    };
    expect(await verify(request, EMPTY_SHA256, s3Secret, at('2013-05-24T23:59:59Z'))).toMatchObject({
      ok: true,
      payload: 'unsigned',
    });
    expect(await verify(request, EMPTY_SHA256, s3Secret, at('2013-05-25T00:00:01Z'))).toEqual({
      ok: false,
      kind: 'mismatch',
      message:
        'Signature expired: 20130524T000000Z is now earlier than 20130524T000001Z (20130525T000001Z - 1440 min.)',
    });
  });

  it('accepts PUT Object of the S3 API reference, whose path holds a literal $', async () => {
    const verdict = await verify(
      {
        method: 'PUT',
        path: '/test$file.text',
        query: '',
        headers: [
          'Date',
          'Fri, 24 May 2013 00:00:00 GMT',
          'Host',
          'examplebucket.s3.amazonaws.com',
          'x-amz-date',
          '20130524T000000Z',
          'x-amz-storage-class',
          'REDUCED_REDUNDANCY',
          'x-amz-content-sha256',
          '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
          'Authorization',
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        ],
      },
      sha256Hex('Welcome to Amazon S3.'),
      s3Secret,
      at('2013-05-24T00:00:00Z'),
    );
    expect(verdict.ok).toBe(true);
  });

  it('verifies the seed of the chunked upload of the S3 API reference and says that the body is not covered', async () => {
    const verdict = await verify(
      {
        method: 'PUT',
        path: '/examplebucket/chunkObject.txt',
        query: '',
        headers: [
          'content-encoding',
          'aws-chunked',
          'content-length',
          '66824',
          'host',
          's3.amazonaws.com',
          'x-amz-content-sha256',
          'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
          'x-amz-date',
          '20130524T000000Z',
          'x-amz-decoded-content-length',
          '66560',
          'x-amz-storage-class',
          'REDUCED_REDUNDANCY',
          'authorization',
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
        ],
      },
      'the hash of the framed body is not looked at',
      s3Secret,
      at('2013-05-24T00:00:00Z'),
    );
    expect(verdict).toMatchObject({ ok: true, payload: 'chunked' });
  });
});

const secret = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const now = new Date('2026-01-31T12:00:00Z');
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const headerValue = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', ',', '=', '%', '/', '"', 'é'), maxLength: 12 });
const wireRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
  segments: fc.array(fc.oneof(word, fc.constantFrom('', '.', '..', 'a:b', 'arn:aws:x/y+z')), { maxLength: 5 }),
  query: fc.dictionary(word, word, { maxKeys: 4 }),
  headers: fc.dictionary(fc.constantFrom('x-amz-target', 'content-type', 'x-extra', 'accept'), headerValue),
  body: fc.string({ maxLength: 40 }),
  service: fc.constantFrom('apigateway', 'lambda', 's3', 'execute-api', 'sts'),
  token: fc.option(fc.base64String({ minLength: 4 }), { nil: undefined }),
});

describe('@smithy/signature-v4 as the signer', () => {
  async function signed(
    {
      method,
      segments,
      query,
      headers,
      body,
      service,
      token,
    }: typeof wireRequest extends fc.Arbitrary<infer T> ? T : never,
    form: 'sign' | 'presign',
  ) {
    const credentials = { ...secret, ...(token !== undefined && { sessionToken: token }) };
    const signer = new SignatureV4({
      credentials,
      region: 'eu-central-1',
      service,
      sha256: Sha256,
      uriEscapePath: service !== 's3',
    });
    const path = `/${segments.map(encoded).join('/')}`;
    const request = {
      method,
      protocol: 'http:',
      hostname: 'localhost',
      path,
      query,
      headers: { ...headers, host: 'localhost:4566' },
      body,
    };
    const result =
      form === 'sign'
        ? await signer.sign(request, { signingDate: now })
        : await signer.presign(request, { signingDate: now, expiresIn: 900 });
    const wire: SignedRequest = {
      method,
      path,
      query: Object.entries(result.query ?? {})
        .map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
        .join('&'),
      // What Node shows of a header: its bytes as Latin-1.
      headers: Object.entries(result.headers).flatMap(([name, value]) => [
        name,
        Buffer.from(value, 'utf8').toString('latin1'),
      ]),
    };
    return { wire, credentials, body };
  }

  it('accepts whatever it signs, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(wireRequest, async (arbitrary) => {
        const { wire, credentials, body } = await signed(arbitrary, 'sign');
        expect(await verify(wire, sha256Hex(body), credentials, now.getTime())).toMatchObject({ ok: true });
        const tampered = await verify(wire, sha256Hex(`${body}!`), credentials, now.getTime());
        expect(tampered).toMatchObject({ ok: false, kind: 'mismatch' });
        const otherPath = { ...wire, path: `${wire.path}/x` };
        expect(await verify(otherPath, sha256Hex(body), credentials, now.getTime())).toMatchObject({ ok: false });
        const otherQuery = { ...wire, query: 'added=1' };
        expect(await verify(otherQuery, sha256Hex(body), credentials, now.getTime())).toMatchObject({ ok: false });
        const otherSecret = { ...credentials, secretAccessKey: 'another' };
        expect(await verify(wire, sha256Hex(body), otherSecret, now.getTime())).toMatchObject({ ok: false });
      }),
      { numRuns: 150 },
    );
  });

  it('accepts whatever it presigns', async () => {
    await fc.assert(
      fc.asyncProperty(wireRequest, async (arbitrary) => {
        const { wire, credentials, body } = await signed({ ...arbitrary, service: 'sts' }, 'presign');
        const verdict = await verify(wire, sha256Hex(body), credentials, now.getTime() + 899_000);
        expect(verdict).toMatchObject({ ok: true });
      }),
      { numRuns: 50 },
    );
  });
});

describe.skipIf(!pythonHas('botocore'))('botocore as the signer (skipped where python3 has no botocore)', () => {
  it('accepts what SigV4Auth, SigV4QueryAuth and S3SigV4Auth sign', async () => {
    const paths = ['/', '/a//b/../c/', '/arn%3Aaws%3Ax%2Fy', '/tags/%C3%A9', '/a%20b/~-_.'];
    const queries = ['', 'b=2&a=1', 'empty=&x=%20y%2B', 'name=a&name=B', 'q=%C3%A9'];
    const program = `
import json, sys
from botocore import auth, credentials
from botocore.awsrequest import AWSRequest
cases = json.load(sys.stdin)
creds = credentials.Credentials(cases['id'], cases['secret'], cases['token'])
signed = []
for case in cases['cases']:
    request = AWSRequest(method='POST', url='http://localhost:4566' + case['path'] + ('?' + case['query'] if case['query'] else ''),
                         headers={'Content-Type': 'application/json', 'X-Extra': '  two   spaces '}, data=b'{}')
    signer = getattr(auth, case['signer'])(creds, case['service'], 'eu-central-1')
    signer.add_auth(request)
    prepared = request.prepare()
    url = prepared.url[len('http://localhost:4566'):]
    path, _, query = url.partition('?')
    headers = [['Host', 'localhost:4566']]
    for key, value in prepared.headers.items():
        headers.append([key, value.decode() if isinstance(value, bytes) else str(value)])
    signed.append({'path': path, 'query': query, 'headers': headers, 'body': (prepared.body or b'').decode()})
print(json.dumps(signed))
`;
    const cases = [
      ['SigV4Auth', 'apigateway'],
      ['SigV4QueryAuth', 'sts'],
      ['S3SigV4Auth', 's3'],
    ].flatMap(([signer, service]) =>
      paths.flatMap((path) => queries.map((query) => ({ signer, service, path, query }))),
    );
    const temporary = { ...secret, sessionToken: 'FwoGZXIvYXdzEXAMPLE//token==' };
    const output = runPython(
      program,
      JSON.stringify({ id: secret.accessKeyId, secret: secret.secretAccessKey, token: temporary.sessionToken, cases }),
    );
    const requests: { path: string; query: string; headers: [string, string][]; body: string }[] = JSON.parse(output);
    expect(requests).toHaveLength(75);
    // botocore signs with its own clock, which is this machine's.
    const nowMs = Date.now();
    for (const { path, query, headers, body } of requests) {
      const request = { method: 'POST', path, query, headers: headers.flat() };
      expect(await verify(request, sha256Hex(body), temporary, nowMs), path + query).toMatchObject({
        ok: true,
      });
      expect(await verify(request, sha256Hex(body), secret, nowMs)).toMatchObject({
        ok: false,
        kind: 'unknown-key',
      });
    }
  });
});
