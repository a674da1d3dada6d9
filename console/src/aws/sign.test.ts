import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSigningKeys, sha256Hex, signRequest } from '../../../src/sigv4/index.ts';
import { signedHeaders } from './sign.ts';
import { uriEncode } from './uri.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const now = new Date('2015-08-30T12:36:00Z');

// AWS's "Signature Version 4 test suite", get-vanilla-query-order-key-case.
test('signs as the published test suite does', () => {
  const headers = signedHeaders(
    {
      method: 'GET',
      path: '/',
      query: [
        ['Param2', 'value2'],
        ['Param1', 'value1'],
      ],
      headers: {},
      body: new Uint8Array(),
    },
    { region: 'us-east-1', service: 'service', host: 'example.amazonaws.com', now },
    credentials,
  );
  expect(headers.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, ' +
      'Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  );
});

test('signs whatever it is given as the server verifies it', () => {
  const segment = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== '.' && text !== '..');
  const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 4 }),
      pairs,
      fc.uint8Array(),
      fc.boolean(),
      (segments, query, body, isSession) => {
        const path = `/${segments.map(uriEncode).join('/')}`;
        const search = query.map(([name, value]) => `${uriEncode(name)}=${uriEncode(value)}`).join('&');
        const who = isSession ? { ...credentials, sessionToken: 'token' } : credentials;
        const ours = signedHeaders(
          { method: 'POST', path, query, headers: { 'content-type': 'application/json' }, body },
          { region: 'eu-west-1', service: 'lambda', host: 'localhost:4566', now },
          who,
        );
        const theirs = signRequest(
          {
            method: 'POST',
            path,
            query: search,
            headers: ['Host', 'localhost:4566', 'Content-Type', 'application/json'],
          },
          sha256Hex(body),
          { region: 'eu-west-1', service: 'lambda', nowMs: now.getTime() },
          who,
          createSigningKeys(),
        );
        expect(ours.authorization).toBe(theirs[theirs.indexOf('Authorization') + 1]);
      },
    ),
  );
});
