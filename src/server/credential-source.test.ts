import { expect, it } from 'vitest';
import { createCredentialSource } from './credential-source.ts';

const root = (accountId: string) => ({
  accountId,
  rootCredentials: { accessKeyId: `AKIAROOT${accountId}`, secretAccessKey: `secret of ${accountId}` },
});
/** A session of an account's user, by the account's id for a token. */
const sessions = {
  find: async (accessKeyId: string, sessionToken: string) => ({
    accessKeyId,
    secretAccessKey: 'secret',
    sessionToken,
    caller: { arn: `arn:aws:iam::${sessionToken}:user/anna`, accountId: sessionToken, userId: 'AIDAANNA' },
    policies: { identity: [] },
  }),
};
const credentials = createCredentialSource({
  roots: [root('111111111111'), root('222222222222')],
  identities: { findKey: async () => undefined },
  sessions,
});

it.each(['111111111111', '222222222222'])(
  'the root user of %s is found by his key, in his account',
  async (account) => {
    expect(await credentials.find(`AKIAROOT${account}`, undefined)).toMatchObject({
      secretAccessKey: `secret of ${account}`,
      principal: { arn: `arn:aws:iam::${account}:root`, accountId: account },
    });
  },
);

it('a session is of an account that is there, or nobody’s', async () => {
  expect(await credentials.find('ASIAANNA', '222222222222')).toMatchObject({ sessionToken: '222222222222' });
  expect(await credentials.find('ASIAANNA', '333333333333')).toBeUndefined();
});
