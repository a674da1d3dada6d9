import {
  enumListViolations,
  enumViolations,
  lengthViolations,
  patternViolations,
  rangeViolations,
} from '../../../aws/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  countUsers,
  documentId,
  dropUserPool,
  installation,
  poolArn,
  poolDomains,
  poolKeys,
  poolPlaces,
  putUserPool,
  requireUserPool,
  type UserPool,
  userPools,
} from '../documents/index.ts';
import { invalidParameter, refuse, refuseFeatures } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { listPage } from '../pagination.ts';
import { newPoolKeys, publicKeySet } from '../tokens/index.ts';
import type { CognitoHandlers, In } from '../types.ts';
import { renderUserPool } from './render.ts';
import { addCustom, newSchema } from './schema.ts';
import { poolSettings } from './settings.ts';
import { checkTags } from './tags.ts';

const POOL_NAME = { test: /^[\w\s+=,.@-]+$/, text: '[\\w\\s+=,.@-]+' };

/** API reference, `CreateUserPool` and its neighbours. */
export function userPoolHandlers(context: CognitoContext) {
  const { store, publisher } = context;

  async function describe(scope: Parameters<typeof requireUserPool>[1], pool: UserPool) {
    const domains = (await store.list(poolDomains, scope)).filter(({ value }) => value.poolId === pool.id);
    const domain = domains.find(({ value }) => value.customDomainConfig === undefined)?.value.domain;
    const customDomain = domains.find(({ value }) => value.customDomainConfig !== undefined)?.value.domain;
    return renderUserPool(scope, pool, {
      users: await countUsers(store, scope, pool),
      ...(domain !== undefined && { domain }),
      ...(customDomain !== undefined && { customDomain }),
    });
  }

  return {
    createUserPool: async (input, { scope, nowMs }) => {
      checkName(input.PoolName);
      const pool = newPool(input, context.ids.poolId(scope.region), nowMs);
      const keys = await newPoolKeys(context, nowMs);
      await store.transact(async (tx) => {
        await putUserPool(tx, scope, pool);
        await tx.put(poolKeys, scope, documentId(pool.id), keys, 0);
        await tx.put(poolPlaces, installation, documentId(pool.id), { scope, poolId: pool.id }, 0);
      });
      await publisher.poolKeysChanged(poolArn(scope, pool.id), publicKeySet(keys));
      return { UserPool: await describe(scope, pool) };
    },

    describeUserPool: async ({ UserPoolId }, { scope }) => ({
      UserPool: await describe(scope, await requireUserPool(store, scope, UserPoolId)),
    }),

    listUserPools: async ({ MaxResults, NextToken }, { scope }) => {
      refuse(rangeViolations(MaxResults, 'maxResults', { min: 1, max: LIMITS.pageSize }));
      const { items, token } = await listPage(store, userPools, scope, '', { limit: MaxResults, token: NextToken });
      return {
        UserPools: items.map((pool) => ({
          Id: pool.id,
          Name: pool.name,
          LambdaConfig: {},
          LastModifiedDate: new Date(pool.modifiedAtMs),
          CreationDate: new Date(pool.createdAtMs),
        })),
        ...(token !== undefined && { NextToken: token }),
      };
    },

    updateUserPool: async ({ UserPoolId, PoolName, UserPoolTags, ...given }, { scope, nowMs }) => {
      if (PoolName !== undefined) checkName(PoolName);
      const settings = poolSettings(given);
      if (UserPoolTags) checkTags(UserPoolTags);
      await store.transact(async (tx) => {
        const pool = await requireUserPool(tx, scope, UserPoolId);
        const name = PoolName ?? pool.name;
        const tags = UserPoolTags ?? pool.tags;
        await putUserPool(tx, scope, { ...pool, name, tags, settings, modifiedAtMs: nowMs });
      });
      return {};
    },

    deleteUserPool: async ({ UserPoolId }, { scope }) => {
      await store.transact(async (tx) => {
        const pool = await requireUserPool(tx, scope, UserPoolId);
        if (pool.settings.DeletionProtection === 'ACTIVE') {
          throw invalidParameter(
            'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
          );
        }
        const domains = await tx.list(poolDomains, scope);
        if (domains.some(({ value }) => value.poolId === UserPoolId)) {
          throw invalidParameter(
            `User pool cannot be deleted. It has a domain configured that should be deleted first.`,
          );
        }
        await dropUserPool(tx, scope, UserPoolId);
      });
      await publisher.poolRemoved(poolArn(scope, UserPoolId));
      return {};
    },

    addCustomAttributes: async ({ UserPoolId, CustomAttributes }, { scope, nowMs }) => {
      checkAddedAtOnce(CustomAttributes);
      await store.transact(async (tx) => {
        const pool = await requireUserPool(tx, scope, UserPoolId);
        const schema = addCustom(pool.schema, CustomAttributes);
        await putUserPool(tx, scope, { ...pool, schema, modifiedAtMs: nowMs });
      });
      return {};
    },

    getUserPoolMfaConfig: async ({ UserPoolId }, { scope }) => {
      await requireUserPool(store, scope, UserPoolId);
      return { MfaConfiguration: 'OFF' };
    },

    setUserPoolMfaConfig: async ({ UserPoolId, MfaConfiguration = 'OFF', ...factors }, { scope }) => {
      refuse(enumViolations(MfaConfiguration, 'mfaConfiguration', ['OFF', 'ON', 'OPTIONAL']));
      refuseFeatures({
        'multi-factor authentication (MfaConfiguration)': MfaConfiguration !== 'OFF',
        'passkeys (WebAuthnConfiguration)': factors.WebAuthnConfiguration !== undefined,
      });
      await requireUserPool(store, scope, UserPoolId);
      // The text is AWS's, as its users report it: also for a factor that is turned off.
      const { SmsMfaConfiguration, SoftwareTokenMfaConfiguration, EmailMfaConfiguration } = factors;
      if (SmsMfaConfiguration ?? SoftwareTokenMfaConfiguration ?? EmailMfaConfiguration) {
        throw invalidParameter("Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
      }
      return { MfaConfiguration: 'OFF' };
    },
  } satisfies CognitoHandlers;
}

/** API reference, `AddCustomAttributes`: one to twenty-five at a time. */
function checkAddedAtOnce({ length }: In<'addCustomAttributes'>['CustomAttributes']): void {
  const { min, max } = LIMITS.customAttributesAtOnce;
  const bound = length < min ? `greater than or equal to ${min}` : `less than or equal to ${max}`;
  if (length >= min && length <= max) return;
  throw invalidParameter(
    `1 validation error detected: Value at 'customAttributes' failed to satisfy constraint: Member must have length ${bound}`,
  );
}

function checkName(name: string): void {
  refuse(lengthViolations(name, 'poolName', LIMITS.poolNameLength), patternViolations(name, 'poolName', POOL_NAME));
}

function newPool(input: In<'createUserPool'>, id: string, nowMs: number): UserPool {
  const {
    PoolName,
    UserPoolTags = {},
    Schema,
    AliasAttributes = [],
    UsernameAttributes = [],
    UsernameConfiguration,
    ...given
  } = input;
  refuse(
    enumListViolations(AliasAttributes, 'aliasAttributes', ['phone_number', 'preferred_username', 'email']),
    enumListViolations(UsernameAttributes, 'usernameAttributes', ['phone_number', 'email']),
  );
  if (AliasAttributes.length > 0 && UsernameAttributes.length > 0) {
    throw invalidParameter('Only one of the aliasAttributes or usernameAttributes can be set in a user pool.');
  }
  checkTags(UserPoolTags);
  return {
    id,
    name: PoolName,
    settings: poolSettings(given),
    schema: newSchema(Schema),
    usernameAttributes: UsernameAttributes,
    aliasAttributes: AliasAttributes,
    ...(UsernameConfiguration && { caseSensitive: UsernameConfiguration.CaseSensitive }),
    tags: UserPoolTags,
    createdAtMs: nowMs,
    modifiedAtMs: nowMs,
  };
}
