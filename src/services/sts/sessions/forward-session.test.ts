import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { CallerKey } from '../../../model/index.ts';
import { createSealer } from '../../../sealing/index.ts';
import type { StsContext } from '../context.ts';
import { forwardSession } from './forward-session.ts';
import { issueSession } from './issue.ts';
import { openToken, type SessionTerms } from './token.ts';

const NOW = 1_700_000_000_000;
const MINUTE_MS = 60_000;
const ACCOUNT = '123456789012';
const context: StsContext = {
  identities: {
    findRole: async () => undefined,
    findUser: async () => undefined,
    findPolicy: async () => undefined,
    findOidcProvider: async () => undefined,
    findKey: async () => undefined,
  },
  sealer: createSealer({ key: randomBytes(32), use: 'session tokens', randomBytes }),
  randomBytes,
  accountId: ACCOUNT,
  fetchJson: async () => undefined,
};
const anna = { arn: `arn:aws:iam::${ACCOUNT}:user/anna`, accountId: ACCOUNT, userId: 'AIDAANNA', userName: 'anna' };
const root = { arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT, userId: ACCOUNT };

function forwarded(key: CallerKey, caller: typeof anna | typeof root, nowMs = NOW) {
  const given = forwardSession(context, key, caller, nowMs);
  return given && { ...given, terms: openToken(context.sealer, given.accessKeyId, given.sessionToken) };
}

const SESSION: SessionTerms = {
  owner: { kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/reader`, roleId: 'AROAREADER', sessionName: 'one' },
  issuedAtMs: NOW - MINUTE_MS,
  expiresAtMs: NOW + 60 * MINUTE_MS,
  policy: '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
  tags: { team: 'blue' },
  sourceIdentity: 'anna',
};

function keyOf(terms: SessionTerms): CallerKey {
  const { AccessKeyId, SessionToken } = issueSession(context, terms);
  return { accessKeyId: AccessKeyId, sessionToken: SessionToken };
}

it('is a session of the user or of the root user, for fifteen minutes', () => {
  const ofAnna = forwarded({ accessKeyId: 'AKIAANNA' }, anna);
  expect(ofAnna).toMatchObject({ expiresAtMs: NOW + 15 * MINUTE_MS });
  const lasting = { issuedAtMs: NOW, expiresAtMs: NOW + 15 * MINUTE_MS };
  expect(ofAnna?.terms).toMatchObject({ owner: { kind: 'user', userName: 'anna', userId: 'AIDAANNA' }, ...lasting });
  expect(forwarded({ accessKeyId: 'AKIAROOT' }, root)?.terms).toMatchObject({ owner: { kind: 'root' }, ...lasting });
});

it('is the caller’s own session with all its limits, by other keys and no longer', () => {
  const key = keyOf(SESSION);
  const given = forwarded(key, anna);
  expect(given?.terms).toMatchObject({ ...SESSION, expiresAtMs: NOW + 15 * MINUTE_MS });
  expect(given?.accessKeyId).not.toBe(key.accessKeyId);
  const nearItsEnd = forwarded(key, anna, NOW + 55 * MINUTE_MS);
  expect(nearItsEnd).toMatchObject({ expiresAtMs: NOW + 60 * MINUTE_MS });
  expect(nearItsEnd?.terms?.expiresAtMs).toBe(NOW + 60 * MINUTE_MS);
});

it('is none for a session that is over, or a token of another key', () => {
  expect(forwarded(keyOf(SESSION), anna, NOW + 60 * MINUTE_MS)).toBeUndefined();
  expect(forwarded({ ...keyOf(SESSION), accessKeyId: 'ASIAOTHER' }, anna)).toBeUndefined();
});
