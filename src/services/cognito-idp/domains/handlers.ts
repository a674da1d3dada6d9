import { lengthViolations, patternViolations } from '../../../aws/index.ts';
import type { CognitoContext } from '../context.ts';
import {
  documentId,
  domainPlaces,
  installation,
  type PoolDomain,
  poolDomains,
  requireUserPool,
} from '../documents/index.ts';
import { invalidParameter, refuse, refuseFeatures } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { CognitoHandlers } from '../types.ts';

const DOMAIN = { test: /^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/, text: '^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$' };

/** What a prefix shows, which has no certificate (AWS CLI, example of `describe-user-pool-domain`). */
const NO_CONFIG = {} as NonNullable<PoolDomain['customDomainConfig']>;

/** API reference, `CreateUserPoolDomain` and its neighbours. A prefix is one of its region, as `PREFIX.auth.REGION.` says. */
export function domainHandlers({ store }: CognitoContext) {
  return {
    createUserPoolDomain: async (input, { scope }) => {
      const { Domain, UserPoolId, ManagedLoginVersion = 1, CustomDomainConfig, Routing } = input;
      refuseFeatures({ 'failover between regions (Routing)': Routing !== undefined });
      refuse(lengthViolations(Domain, 'domain', LIMITS.domainLength), patternViolations(Domain, 'domain', DOMAIN));
      if (/aws|amazon|cognito/.test(Domain) && !CustomDomainConfig) {
        throw invalidParameter('Domain cannot contain reserved word: cognito');
      }
      const domain: PoolDomain = {
        domain: Domain,
        poolId: UserPoolId,
        managedLoginVersion: ManagedLoginVersion,
        ...(CustomDomainConfig && { customDomainConfig: CustomDomainConfig }),
      };
      const place = documentId(CustomDomainConfig ? 'custom' : scope.region, Domain);
      await store.transact(async (tx) => {
        await requireUserPool(tx, scope, UserPoolId);
        if (await tx.get(domainPlaces, installation, place)) {
          throw invalidParameter('Domain already associated with another user pool.');
        }
        const isSame = ({ poolId, customDomainConfig }: PoolDomain) =>
          poolId === UserPoolId && (customDomainConfig === undefined) === (CustomDomainConfig === undefined);
        if ((await tx.list(poolDomains, scope)).some(({ value }) => isSame(value))) {
          throw invalidParameter(`User pool ${UserPoolId} already has a domain configured.`);
        }
        await tx.put(domainPlaces, installation, place, { scope, poolId: UserPoolId }, 0);
        await tx.put(poolDomains, scope, documentId(Domain), domain, 0);
      });
      return { ManagedLoginVersion, ...(CustomDomainConfig && { CloudFrontDomain: Domain }) };
    },

    describeUserPoolDomain: async ({ Domain }, { scope }) => {
      const found = (await store.get(poolDomains, scope, documentId(Domain)))?.value;
      if (!found) return { DomainDescription: {} };
      return {
        DomainDescription: {
          UserPoolId: found.poolId,
          AWSAccountId: scope.accountId,
          Domain,
          Status: 'ACTIVE',
          Version: '1',
          ...(found.customDomainConfig && { CloudFrontDistribution: Domain }),
          CustomDomainConfig: found.customDomainConfig ?? NO_CONFIG,
          ManagedLoginVersion: found.managedLoginVersion,
        },
      };
    },

    updateUserPoolDomain: async (
      { Domain, UserPoolId, ManagedLoginVersion, CustomDomainConfig, Routing },
      { scope },
    ) => {
      refuseFeatures({ 'failover between regions (Routing)': Routing !== undefined });
      const changed = await store.transact(async (tx) => {
        await requireUserPool(tx, scope, UserPoolId);
        const found = (await tx.get(poolDomains, scope, documentId(Domain)))?.value;
        if (found?.poolId !== UserPoolId) throw invalidParameter('No such domain or user pool exists.');
        // A prefix is claimed elsewhere than a custom domain, and cannot become one.
        if (CustomDomainConfig && !found.customDomainConfig) {
          throw invalidParameter(`Domain ${Domain} is not a custom domain.`);
        }
        const domain: PoolDomain = {
          ...found,
          managedLoginVersion: ManagedLoginVersion ?? found.managedLoginVersion,
          ...(CustomDomainConfig && { customDomainConfig: CustomDomainConfig }),
        };
        await tx.put(poolDomains, scope, documentId(Domain), domain);
        return domain;
      });
      const { managedLoginVersion, customDomainConfig } = changed;
      return { ManagedLoginVersion: managedLoginVersion, ...(customDomainConfig && { CloudFrontDomain: Domain }) };
    },

    deleteUserPoolDomain: async ({ Domain, UserPoolId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireUserPool(tx, scope, UserPoolId);
        const found = (await tx.get(poolDomains, scope, documentId(Domain)))?.value;
        if (found?.poolId !== UserPoolId) throw invalidParameter('No such domain or user pool exists.');
        await tx.delete(poolDomains, scope, documentId(Domain));
        await tx.delete(
          domainPlaces,
          installation,
          documentId(found.customDomainConfig ? 'custom' : scope.region, Domain),
        );
      });
      return {};
    },
  } satisfies CognitoHandlers;
}
