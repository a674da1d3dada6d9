import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { createProviderKeys } from './provider-keys.ts';

const ISSUER = 'https://idp.example';
const NOW = 1_700_000_000_000;
const KNOWN = 'one';
let jwk: object;
beforeAll(async () => {
  jwk = await exportJWK((await generateKeyPair('RS256')).publicKey);
});

/** A provider that publishes one key, and can be switched off. */
function start() {
  const state = { fetched: 0, down: false };
  const keys = createProviderKeys(async (url) => {
    state.fetched += 1;
    if (state.down) throw new Error('no answer');
    return url.endsWith('/keys') ? { keys: [{ ...jwk, kid: KNOWN }] } : { issuer: ISSUER, jwks_uri: `${ISSUER}/keys` };
  });
  return { state, find: (kid: string, nowMs = NOW) => keys.find(ISSUER, kid, 'RS256', nowMs) };
}

it('asks the provider once for tokens that come together, its configuration and its keys', async () => {
  const { state, find } = start();
  const found = await Promise.all(Array.from({ length: 10 }, (_, n) => find(n === 0 ? 'invented' : KNOWN)));
  expect(found.map((key) => key !== undefined)).toEqual([false, ...Array(9).fill(true)]);
  expect(state.fetched).toBe(2);
});

it('asks again for a key that it does not know, but not at once, and for all after an hour', async () => {
  const { state, find } = start();
  await find(KNOWN);
  await find('invented', NOW + 9_999);
  expect(state.fetched).toBe(2);
  await find('invented', NOW + 10_000);
  expect(state.fetched).toBe(4);
  await find(KNOWN, NOW + 10_000 + 3_600_000);
  expect(state.fetched).toBe(6);
});

it('goes on with what it knows while the provider is down, and says so of what it does not', async () => {
  const { state, find } = start();
  state.down = true;
  const refused = { code: 'IDPCommunicationError' };
  await expect(Promise.all([find(KNOWN), find(KNOWN)])).rejects.toMatchObject(refused);
  expect(state.fetched).toBe(1);
  state.down = false;
  await find(KNOWN);
  state.down = true;
  expect(await find(KNOWN, NOW + 3_600_000)).toBeDefined();
  await expect(find('invented', NOW + 3_600_000)).rejects.toMatchObject(refused);
});
