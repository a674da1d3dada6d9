import { expect, it } from 'vitest';
import type { CallerKey } from '../../model/index.ts';
import { CallerCredentials, NoCallerError } from './caller-credentials.ts';

const ANNA = { accessKeyId: 'AKIDANNA' };
const MINUTE_MS = 60_000;

/** Credentials for fifteen minutes, numbered; `fail` refuses the next. */
function start() {
  const state = { nowMs: 1_000, fail: false, issued: 0 };
  const issueCredentials = async ({ accessKeyId }: CallerKey) => {
    if (state.fail) return undefined;
    state.issued += 1;
    const secretAccessKey = `${accessKeyId} ${state.issued}`;
    return {
      accessKeyId: 'ASIA',
      secretAccessKey,
      sessionToken: 'token',
      expiresAtMs: state.nowMs + 15 * MINUTE_MS,
    };
  };
  const directory = { findSigner: async () => undefined, issueCredentials };
  const credentials = new CallerCredentials(directory, () => state.nowMs);
  return { state, credentials, secretOf: async (key: CallerKey) => (await credentials.of(key)).secretAccessKey };
}

it('are issued once for requests that come together, and kept until shortly before they expire', async () => {
  const { state, credentials, secretOf } = start();
  expect(await Promise.all([secretOf(ANNA), secretOf(ANNA)])).toEqual(['AKIDANNA 1', 'AKIDANNA 1']);
  state.nowMs += 13 * MINUTE_MS;
  expect(credentials.of(ANNA)).toMatchObject({ secretAccessKey: 'AKIDANNA 1' });
  state.nowMs += MINUTE_MS;
  expect(await secretOf(ANNA)).toBe('AKIDANNA 2');
});

it('are each caller’s own', async () => {
  const { secretOf } = start();
  expect(await secretOf(ANNA)).toBe('AKIDANNA 1');
  expect(await secretOf({ accessKeyId: 'ASIABEN', sessionToken: 'his' })).toBe('ASIABEN 2');
});

it('are forgotten when anything changes, also while they are being issued', async () => {
  const { credentials, secretOf } = start();
  const before = secretOf(ANNA);
  credentials.forget();
  expect(await before).toBe('AKIDANNA 1');
  expect(await secretOf(ANNA)).toBe('AKIDANNA 2');
});

it('are nobody’s where nobody signed, and not remembered where there were none', async () => {
  const { state, credentials, secretOf } = start();
  expect(() => credentials.of(undefined)).toThrow(NoCallerError);
  state.fail = true;
  await expect(secretOf(ANNA)).rejects.toThrow(NoCallerError);
  state.fail = false;
  expect(await secretOf(ANNA)).toBe('AKIDANNA 1');
});
