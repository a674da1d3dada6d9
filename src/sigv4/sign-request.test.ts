import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonHas, runPython } from '../../test/support/python.ts';
import { createSigningKeys, type SignedRequest, sha256Hex, signRequest, verifySignature } from './index.ts';

const keys = createSigningKeys();
const SECRET = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

describe('signing', () => {
  // SigV4 test suite, get-vanilla.
  it('gives the published signature', () => {
    const request = { method: 'GET', path: '/', query: '', headers: ['Host', 'example.amazonaws.com'] };
    const purpose = { region: 'us-east-1', service: 'service', nowMs: Date.parse('2015-08-30T12:36:00Z') };
    expect(signRequest(request, sha256Hex(''), purpose, SECRET, keys)).toEqual([
      'X-Amz-Date',
      '20150830T123600Z',
      'Authorization',
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ]);
  });

  it('and verifying go together, for every path, query and service', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 4 }),
        fc.array(fc.tuple(text, text), { maxLength: 4 }),
        fc.constantFrom('s3', 'execute-api', 'sqs'),
        fc.option(fc.constant('token/+='), { nil: undefined }),
        async (segments, parameters, service, sessionToken) => {
          const secret = { ...SECRET, ...(sessionToken === undefined ? {} : { sessionToken }) };
          const request: SignedRequest = {
            method: 'POST',
            path: `/${segments.map(encodeURIComponent).join('/')}`,
            query: parameters.map((pair) => pair.map(encodeURIComponent).join('=')).join('&'),
            headers: ['Host', 'a.example', 'content-type', 'text/plain', 'X-Amz-Target', 'A.B', 'User-Agent', 'me'],
          };
          const nowMs = Date.now();
          const hash = sha256Hex('body');
          const added = signRequest(request, hash, { region: 'eu-west-1', service, nowMs }, secret, keys);
          const verdict = await verifySignature({ ...request, headers: [...request.headers, ...added] }, hash, {
            credentials: { find: async () => secret },
            keys,
            nowMs,
          });
          expect(verdict.ok).toBe(true);
        },
      ),
    );
  });

  const hasBotocore = pythonHas('botocore');
  it.skipIf(!hasBotocore)('gives what botocore gives (needs python3 with botocore)', () => {
    const requests = [
      { service: 's3', path: '/bucket/a%20b/%C3%A4%2Bc', query: 'list-type=2&prefix=a%2Fb' },
      { service: 'sqs', path: '/123456789012/queue', query: 'Action=SendMessage&MessageBody=a%20b%26c' },
      { service: 'kinesis', path: '/', query: 'Action=ListStreams' },
      { service: 'execute-api', path: '/dev/a%2520b/', query: '' },
    ];
    const program = `
import json, sys, datetime
import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
given = json.load(sys.stdin)
moment = datetime.datetime(2026, 1, 31, 23, 59, 59)
class Fixed(datetime.datetime):
    @classmethod
    def utcnow(cls): return moment
    @classmethod
    def now(cls, tz=None): return moment
if hasattr(botocore.auth, 'get_current_datetime'): botocore.auth.get_current_datetime = lambda **_: moment
else: botocore.auth.datetime.datetime = Fixed
for one in given:
    url = 'https://host.example' + one['path'] + ('?' + one['query'] if one['query'] else '')
    request = AWSRequest('POST', url, headers={'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'A.B'}, data=b'{"a":1}')
    kind = botocore.auth.S3SigV4Auth if one['service'] == 's3' else botocore.auth.SigV4Auth
    kind(Credentials('AKIDEXAMPLE', 'secret', 'token'), one['service'], 'us-east-1').add_auth(request)
    print(request.headers['Authorization'])
`;
    const theirs = runPython(program, JSON.stringify(requests)).trim().split('\n');
    const secret = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
    const ours = requests.map(({ service, path, query }) => {
      const headers = ['Host', 'host.example', 'Content-Type', 'application/x-amz-json-1.1', 'X-Amz-Target', 'A.B'];
      const purpose = { region: 'us-east-1', service, nowMs: Date.parse('2026-01-31T23:59:59Z') };
      return signRequest({ method: 'POST', path, query, headers }, sha256Hex('{"a":1}'), purpose, secret, keys).at(-1);
    });
    expect(ours).toEqual(theirs);
  });
});
