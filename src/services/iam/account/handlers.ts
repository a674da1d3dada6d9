import type { IamContext } from '../context.ts';
import { accountAliases, globalScope, oidcProviders, policies } from '../documents/index.ts';
import { noSuchEntity, validationError } from '../errors.ts';
import { IAM_LIMITS } from '../limits.ts';
import { readEverybody } from '../policies/usage.ts';
import type { IamHandlers } from '../types.ts';

/** The document's id: an account has one alias at most. */
const ALIAS = 'alias';

export function accountHandlers({ store }: IamContext) {
  return {
    async createAccountAlias({ AccountAlias }, { scope }) {
      if (!/^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/.test(AccountAlias)) {
        throw validationError(
          `1 validation error detected: Value '${AccountAlias}' at 'accountAlias' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$`,
        );
      }
      await store.transact((tx) => tx.put(accountAliases, globalScope(scope.accountId), ALIAS, AccountAlias));
      return {};
    },

    async listAccountAliases(_input, { scope }) {
      const alias = await store.get(accountAliases, globalScope(scope.accountId), ALIAS);
      return { AccountAliases: alias ? [alias.value] : [], IsTruncated: false };
    },

    async deleteAccountAlias({ AccountAlias }, { scope }) {
      await store.transact(async (tx) => {
        const global = globalScope(scope.accountId);
        const alias = await tx.get(accountAliases, global, ALIAS);
        if (alias?.value !== AccountAlias) throw noSuchEntity(`The account alias ${AccountAlias} does not exist.`);
        await tx.delete(accountAliases, global, ALIAS);
      });
      return {};
    },

    async getAccountSummary(_input, { scope }) {
      const global = globalScope(scope.accountId);
      const { users, groups, roles } = await readEverybody(store, scope.accountId);
      const attached = new Set([...users, ...groups, ...roles].flatMap(({ attachedPolicies }) => attachedPolicies));
      const own = await store.list(policies, global);
      return {
        SummaryMap: {
          Users: users.length,
          Groups: groups.length,
          Roles: roles.length,
          Policies: own.length,
          // Policies that somebody has, also those of AWS, each by its default version alone.
          PolicyVersionsInUse: attached.size,
          Providers: (await store.list(oidcProviders, global)).length,
          InstanceProfiles: 0,
          ServerCertificates: 0,
          MFADevices: 0,
          MFADevicesInUse: 0,
          AccountMFAEnabled: 0,
          AccountAccessKeysPresent: 1,
          AccessKeysPerUserQuota: IAM_LIMITS.accessKeysPerUser,
          GroupsPerUserQuota: IAM_LIMITS.groupsPerUser,
          AttachedPoliciesPerUserQuota: IAM_LIMITS.attachedPolicies,
          AttachedPoliciesPerGroupQuota: IAM_LIMITS.attachedPolicies,
          AttachedPoliciesPerRoleQuota: IAM_LIMITS.attachedPolicies,
          UserPolicySizeQuota: IAM_LIMITS.inlinePolicyCharacters.user,
          GroupPolicySizeQuota: IAM_LIMITS.inlinePolicyCharacters.group,
          RolePolicySizeQuota: IAM_LIMITS.inlinePolicyCharacters.role,
          AssumeRolePolicySizeQuota: IAM_LIMITS.trustPolicyCharacters,
          PolicySizeQuota: IAM_LIMITS.managedPolicyCharacters,
          VersionsPerPolicyQuota: IAM_LIMITS.policyVersions,
        },
      };
    },
  } satisfies IamHandlers;
}
