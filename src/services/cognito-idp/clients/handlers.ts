import { lengthViolations, patternViolations, rangeViolations } from '../../../aws/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  type AppClient,
  addClient,
  appClients,
  below,
  dropClient,
  putClient,
  requireClient,
  requireUserPool,
} from '../documents/index.ts';
import { invalidParameter, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { listPage } from '../pagination.ts';
import { customScopes } from '../resource-servers/index.ts';
import type { CognitoHandlers } from '../types.ts';
import { renderClient } from './render.ts';
import { clientSettings } from './settings.ts';

const NAME = { test: /^[\w\s+=,.@-]+$/, text: '[\\w\\s+=,.@-]+' };
const SECRET = { test: /^[\w+]+$/, text: '[\\w+]+' };

/** API reference, `CreateUserPoolClient` and its neighbours. */
export function clientHandlers({ store, ids }: CognitoContext) {
  return {
    createUserPoolClient: async (input, { scope, nowMs }) => {
      const { UserPoolId, ClientName, GenerateSecret, ClientSecret, ...given } = input;
      checkName(ClientName);
      if (GenerateSecret === true && ClientSecret !== undefined) {
        throw invalidParameter('You cannot specify both GenerateSecret as true and provide a ClientSecret value.');
      }
      if (ClientSecret !== undefined) checkSecret(ClientSecret);
      const secret = ClientSecret ?? (GenerateSecret === true ? ids.clientSecret() : undefined);
      const client = await store.transact(async (tx) => {
        const pool = await requireUserPool(tx, scope, UserPoolId);
        const surroundings = { pool, hasSecret: secret !== undefined, scopes: await customScopes(tx, scope, pool.id) };
        const made: AppClient = {
          id: ids.clientId(),
          poolId: pool.id,
          name: ClientName,
          ...(secret !== undefined && { secret }),
          settings: clientSettings(given, surroundings),
          createdAtMs: nowMs,
          modifiedAtMs: nowMs,
        };
        if (!(await addClient(tx, scope, made))) throw new Error('A random client id came twice.');
        return made;
      });
      return { UserPoolClient: renderClient(client) };
    },

    describeUserPoolClient: async ({ UserPoolId, ClientId }, { scope }) => ({
      UserPoolClient: renderClient((await requireClient(store, scope, UserPoolId, ClientId)).client),
    }),

    listUserPoolClients: async ({ UserPoolId, MaxResults = LIMITS.pageSize, NextToken }, { scope }) => {
      refuse(rangeViolations(MaxResults, 'maxResults', { min: 1, max: LIMITS.pageSize }));
      const pool = await requireUserPool(store, scope, UserPoolId);
      const page = { limit: MaxResults, token: NextToken };
      const { items, token } = await listPage(store, appClients, scope, below(pool.id), page);
      return {
        UserPoolClients: items.map(({ id, name }) => ({ ClientId: id, UserPoolId, ClientName: name })),
        ...(token !== undefined && { NextToken: token }),
      };
    },

    updateUserPoolClient: async ({ UserPoolId, ClientId, ClientName, ...given }, { scope, nowMs }) => {
      if (ClientName !== undefined) checkName(ClientName);
      const client = await store.transact(async (tx) => {
        const { pool, client: before } = await requireClient(tx, scope, UserPoolId, ClientId);
        const hasSecret = before.secret !== undefined;
        const settings = clientSettings(given, { pool, hasSecret, scopes: await customScopes(tx, scope, pool.id) });
        const changed = { ...before, name: ClientName ?? before.name, settings, modifiedAtMs: nowMs };
        await putClient(tx, scope, changed);
        return changed;
      });
      return { UserPoolClient: renderClient(client) };
    },

    deleteUserPoolClient: async ({ UserPoolId, ClientId }, { scope }) => {
      await store.transact(async (tx) => {
        const { client } = await requireClient(tx, scope, UserPoolId, ClientId);
        await dropClient(tx, scope, client);
      });
      return {};
    },
  } satisfies CognitoHandlers;
}

function checkName(name: string): void {
  refuse(lengthViolations(name, 'clientName', LIMITS.clientNameLength), patternViolations(name, 'clientName', NAME));
}

/** The value is not repeated, for it is a secret. */
function checkSecret(secret: string): void {
  const { min, max } = LIMITS.clientSecretLength;
  if (secret.length < min || secret.length > max || !SECRET.test.test(secret)) {
    throw invalidParameter(
      `1 validation error detected: Value at 'clientSecret' failed to satisfy constraint: Member must have ${min} to ${max} characters and satisfy regular expression pattern: ${SECRET.text}`,
    );
  }
}
