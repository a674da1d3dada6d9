import { uniqueId } from '../../../aws/index.ts';
import { entityArn } from '../arn.ts';
import { AWS_MANAGED_POLICIES, findAwsManagedPolicy } from '../aws-managed/index.ts';
import { checkDescription, checkName, checkPath, checkPathPrefix } from '../check-input.ts';
import { checkIdentityPolicy, policyCharacters } from '../check-policy.ts';
import type { IamContext } from '../context.ts';
import { globalScope, nameId, type PolicyDocument, policies } from '../documents/index.ts';
import { checkPolicyArn } from '../entities/attached-policies.ts';
import { pageOfTags } from '../entities/boundary.ts';
import { alreadyExists, deleteConflict, noSuchEntity, quotaExceeded, validationError } from '../errors.ts';
import { findOwnPolicy } from '../find.ts';
import { IAM_LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import { withoutTags, withTags } from '../tags.ts';
import type { IamHandlers } from '../types.ts';
import { entitiesForPolicy } from './entities-for-policy.ts';
import { awsPolicy, type ManagedPolicy, ownPolicy, renderPolicy, renderPolicyInFull } from './render.ts';
import { updatePolicy } from './update.ts';
import { countUses, readEverybody } from './usage.ts';
import { versionHandlers } from './version-handlers.ts';

export function policyHandlers(context: IamContext) {
  const { store, randomBytes } = context;

  /** One that the account or AWS manages. */
  async function getPolicy(accountId: string, arn: string): Promise<ManagedPolicy> {
    checkPolicyArn(arn);
    const own = await findOwnPolicy(store, accountId, arn);
    if (own) return ownPolicy(accountId, own);
    const aws = findAwsManagedPolicy(arn);
    if (aws === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
    return awsPolicy(aws);
  }

  return {
    ...versionHandlers(context, getPolicy),
    ...entitiesForPolicy(context, getPolicy),

    async createPolicy({ PolicyName, Path, PolicyDocument: document, Description, Tags }, { scope, nowMs }) {
      checkName(PolicyName, 'policyName', 128);
      checkDescription(Description);
      checkIdentityPolicy(document);
      const most = IAM_LIMITS.managedPolicyCharacters;
      if (policyCharacters(document) > most) throw quotaExceeded('PolicySize', most);
      const policy: PolicyDocument = {
        name: PolicyName,
        path: checkPath(Path),
        id: uniqueId('ANPA', randomBytes),
        ...(Description !== undefined && { description: Description }),
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
        defaultVersionId: 'v1',
        nextVersion: 2,
        versions: [{ versionId: 'v1', document, createdAtMs: nowMs }],
        tags: withTags({}, Tags, 'exactly'),
      };
      await store.transact(async (tx) => {
        const global = globalScope(scope.accountId);
        if (await tx.get(policies, global, nameId(PolicyName))) {
          throw alreadyExists(`A policy called ${PolicyName} already exists. Duplicate names are not allowed.`);
        }
        await tx.put(policies, global, nameId(PolicyName), policy);
      });
      const none = { attachments: () => 0, boundaries: () => 0 };
      const { Tags: shown, ...rest } = renderPolicyInFull(ownPolicy(scope.accountId, policy), none);
      return { Policy: { ...rest, ...(shown.length > 0 && { Tags: shown }) } };
    },

    async getPolicy({ PolicyArn }, { scope }) {
      const policy = await getPolicy(scope.accountId, PolicyArn);
      const uses = countUses(await readEverybody(store, scope.accountId));
      return { Policy: renderPolicyInFull(policy, uses) };
    },

    async listPolicies(input, { scope: { accountId } }) {
      const { Scope: wantedScope = 'All', OnlyAttached = false, PolicyUsageFilter } = input;
      if (!['All', 'AWS', 'Local'].includes(wantedScope)) {
        throw validationError(
          `1 validation error detected: Value '${wantedScope}' at 'scope' failed to satisfy constraint: Member must satisfy enum value set: [AWS, All, Local]`,
        );
      }
      const prefix = checkPathPrefix(input.PathPrefix);
      const own = wantedScope === 'AWS' ? [] : await store.list(policies, globalScope(accountId));
      const aws = wantedScope === 'Local' ? [] : AWS_MANAGED_POLICIES;
      const uses = countUses(await readEverybody(store, accountId));
      const all = [...own.map(({ value }) => ownPolicy(accountId, value)), ...aws.map(awsPolicy)].filter(
        ({ path, arn }) =>
          path.startsWith(prefix) &&
          (!OnlyAttached || uses.attachments(arn) > 0 || uses.boundaries(arn) > 0) &&
          (PolicyUsageFilter !== 'PermissionsBoundary' || uses.boundaries(arn) > 0) &&
          (PolicyUsageFilter !== 'PermissionsPolicy' || uses.attachments(arn) > 0 || !OnlyAttached),
      );
      const { items, end } = pageOf(all, positionOf, input);
      return { Policies: items.map((policy) => renderPolicy(policy, uses)), ...end };
    },

    async deletePolicy({ PolicyArn }, { scope: { accountId } }) {
      await updatePolicy(context, accountId, PolicyArn, async (policy, tx) => {
        const uses = countUses(await readEverybody(tx, accountId));
        const arn = entityArn(accountId, 'policy', policy);
        if (uses.attachments(arn) + uses.boundaries(arn) > 0) {
          throw deleteConflict('Cannot delete a policy attached to entities.');
        }
        if (policy.versions.length > 1) {
          throw deleteConflict(
            "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
          );
        }
        return undefined;
      });
      return {};
    },

    async tagPolicy({ PolicyArn, Tags }, { scope }) {
      await updatePolicy(context, scope.accountId, PolicyArn, (policy) => ({
        ...policy,
        tags: withTags(policy.tags, Tags, 'exactly'),
      }));
      return {};
    },
    async untagPolicy({ PolicyArn, TagKeys }, { scope }) {
      await updatePolicy(context, scope.accountId, PolicyArn, (policy) => ({
        ...policy,
        tags: withoutTags(policy.tags, TagKeys, 'exactly'),
      }));
      return {};
    },
    async listPolicyTags(input, { scope }) {
      return pageOfTags((await getPolicy(scope.accountId, input.PolicyArn)).tags, input);
    },
  } satisfies IamHandlers;
}

/** A key that grows along a listing, the account's own policies first, so that pages go on behind one that was deleted. */
function positionOf({ arn, name }: ManagedPolicy): string {
  return findAwsManagedPolicy(arn) ? `1 ${arn}` : `0 ${nameId(name)}`;
}
