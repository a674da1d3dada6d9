import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createSigningKeys, readClaim, type SignedRequest, sha256Hex, signRequest, verifyClaim } from './index.ts';

// How long a comparison takes must not tell how much of a guess is right: `timingSafeEqual` reads both to their ends.
const compared: (readonly [number, number])[] = [];
const { timingSafeEqual } = crypto;

beforeAll(() => {
  vi.spyOn(crypto, 'timingSafeEqual').mockImplementation((a, b) => {
    compared.push([a.byteLength, b.byteLength]);
    return timingSafeEqual(a, b);
  });
  // What was imported by its name is replaced, too.
  syncBuiltinESMExports();
});

afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const NOW_MS = Date.UTC(2026, 10, 28, 12);
const SECRET = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token'.repeat(20) };
const keys = createSigningKeys();

/** Verifies a request whose headers somebody has changed. */
function verify(change: (headers: readonly string[]) => readonly string[]) {
  const headers = ['Host', 'example.test'];
  const request = { method: 'GET', path: '/', query: '', headers };
  const place = { region: 'us-east-1', service: 'execute-api', nowMs: NOW_MS };
  const signed: SignedRequest = {
    ...request,
    headers: change([...headers, ...signRequest(request, sha256Hex(''), place, SECRET, keys)]),
  };
  const claim = readClaim(signed, NOW_MS);
  if (!claim.ok) throw new Error('The request is not signed.');
  return verifyClaim(claim, signed, sha256Hex(''), SECRET, keys);
}

beforeEach(() => void compared.splice(0));

it.each([
  ['a good signature', (text: string) => text, true],
  ['one that is wrong from its first digit', (text: string) => text.replace(/Signature=./, 'Signature=g'), false],
  ['one that is wrong at its last digit', (text: string) => text.replace(/.$/, 'g'), false],
])('%s is compared to its end', (_, spoil, isGood) => {
  const problem = verify((headers) => headers.map((value) => (value.startsWith('AWS4-') ? spoil(value) : value)));
  expect(problem === undefined).toBe(isGood);
  expect(compared[0]).toEqual([64, 64]);
});

it('a session’s token is compared to its end, too', () => {
  expect(verify((headers) => headers)).toBeUndefined();
  expect(compared[1]).toEqual([100, 100]);
});
