import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealer } from '../../../sealing/index.ts';
import { sealStore } from '../../../store/sealed/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createCognitoService } from '../service.ts';
import { addConfirmed, call, type startPool, startPools } from '../testing/service.ts';

it('what would let somebody in lies sealed in the store: passwords, verifiers, keys, secrets of clients, codes', async () => {
  const { context, sent, code } = await startPools();
  const below = await openSqliteStore({ path: ':memory:' });
  const sealer = createSealer({ key: Buffer.alloc(32, 7), use: 'test', randomBytes });
  const { handlers: api } = createCognitoService({ ...context, store: sealStore(below, sealer) });
  const pool: Parameters<typeof startPool>[0] = { AutoVerifiedAttributes: ['email'] };
  const { UserPool } = await api.createUserPool({ PoolName: 'pool', ...pool }, call());
  const UserPoolId = UserPool?.Id ?? '';
  const client = { UserPoolId, ClientName: 'app', GenerateSecret: true };
  const secret = (await api.createUserPoolClient(client, call())).UserPoolClient?.ClientSecret ?? '';
  const { UserPoolClient } = await api.createUserPoolClient({ UserPoolId, ClientName: 'web' }, call());
  const UserAttributes = [{ Name: 'email', Value: 'anna@example.com' }];
  const Password = 'Correct-Horse-1';
  await api.signUp({ ClientId: UserPoolClient?.ClientId ?? '', Username: 'anna', Password, UserAttributes }, call());
  await addConfirmed({ api, poolId: UserPoolId }, 'bert');
  expect(sent).toHaveLength(1);
  const kinds = ['UserPool', 'UserPoolClient', 'PoolUser', 'PoolUserCredentials', 'PoolSentCode', 'UserPoolKeys'];
  const stored = JSON.stringify(await Promise.all(kinds.map((name) => below.scan({ name }))));
  for (const open of [secret, code(), 'scrypt$', '"verifier"', '"d":', 'challengeKey', Password]) {
    expect(stored).not.toContain(open);
  }
  expect(stored.match(/"sealed":/g)).toHaveLength(6);
});
