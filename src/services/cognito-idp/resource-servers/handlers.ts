import { lengthViolations, patternViolations, rangeViolations } from '../../../aws/index.ts';
import type { CognitoContext } from '../context.ts';
import { below, documentId, type ResourceServer, requireUserPool, resourceServers } from '../documents/index.ts';
import { invalidParameter, missing, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { listPage } from '../pagination.ts';
import type { CognitoHandlers, In } from '../types.ts';

const IDENTIFIER = { test: /^[\x21\x23-\x5b\x5d-\x7e]+$/, text: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' };
const NAME = { test: /^[\w\s+=,.@-]+$/, text: '[\\w\\s+=,.@-]+' };
const SCOPE = { test: /^[\x21\x23-\x2e\x30-\x5b\x5d-\x7e]+$/, text: '[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+' };

/** API reference, `CreateResourceServer` and its neighbours. */
export function resourceServerHandlers({ store }: CognitoContext) {
  return {
    createResourceServer: async (input, { scope }) => {
      const server = checkServer(input);
      const id = documentId(input.UserPoolId, input.Identifier);
      await store.transact(async (tx) => {
        await requireUserPool(tx, scope, input.UserPoolId);
        if (await tx.get(resourceServers, scope, id)) {
          throw invalidParameter(`${input.Identifier} already exists in user pool ${input.UserPoolId}.`);
        }
        await tx.put(resourceServers, scope, id, server, 0);
      });
      return { ResourceServer: server };
    },

    describeResourceServer: async ({ UserPoolId, Identifier }, { scope }) => {
      await requireUserPool(store, scope, UserPoolId);
      const found = await store.get(resourceServers, scope, documentId(UserPoolId, Identifier));
      if (!found) throw missing.resourceServer();
      return { ResourceServer: found.value };
    },

    listResourceServers: async ({ UserPoolId, MaxResults = LIMITS.resourceServerPage, NextToken }, { scope }) => {
      refuse(rangeViolations(MaxResults, 'maxResults', { min: 1, max: LIMITS.resourceServerPage }));
      await requireUserPool(store, scope, UserPoolId);
      const page = { limit: MaxResults, token: NextToken };
      const { items, token } = await listPage(store, resourceServers, scope, below(UserPoolId), page);
      return { ResourceServers: items, ...(token !== undefined && { NextToken: token }) };
    },

    updateResourceServer: async (input, { scope }) => {
      const server = checkServer(input);
      const id = documentId(input.UserPoolId, input.Identifier);
      await store.transact(async (tx) => {
        await requireUserPool(tx, scope, input.UserPoolId);
        if (!(await tx.get(resourceServers, scope, id))) throw missing.resourceServer();
        await tx.put(resourceServers, scope, id, server);
      });
      return { ResourceServer: server };
    },

    deleteResourceServer: async ({ UserPoolId, Identifier }, { scope }) => {
      await store.transact(async (tx) => {
        await requireUserPool(tx, scope, UserPoolId);
        if (!(await tx.delete(resourceServers, scope, documentId(UserPoolId, Identifier))))
          throw missing.resourceServer();
      });
      return {};
    },
  } satisfies CognitoHandlers;
}

function checkServer({ UserPoolId, Identifier, Name, Scopes }: In<'createResourceServer'>): ResourceServer {
  refuse(
    lengthViolations(Identifier, 'identifier', 256),
    patternViolations(Identifier, 'identifier', IDENTIFIER),
    lengthViolations(Name, 'name', 256),
    patternViolations(Name, 'name', NAME),
    ...(Scopes ?? []).flatMap(({ ScopeName, ScopeDescription }, index) => [
      patternViolations(ScopeName, `scopes.${index + 1}.member.scopeName`, SCOPE),
      lengthViolations(ScopeName, `scopes.${index + 1}.member.scopeName`, 256),
      lengthViolations(ScopeDescription, `scopes.${index + 1}.member.scopeDescription`, 256),
    ]),
  );
  if ((Scopes?.length ?? 0) > LIMITS.scopesOfResourceServer) {
    throw invalidParameter(`A resource server has at most ${LIMITS.scopesOfResourceServer} scopes.`);
  }
  return { UserPoolId, Identifier, Name, ...(Scopes && { Scopes }) };
}
