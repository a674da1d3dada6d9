import { checkIdentityPolicy, policyCharacters } from '../check-policy.ts';
import type { IamContext } from '../context.ts';
import type { PolicyVersion } from '../documents/index.ts';
import { deleteConflict, limitExceeded, noSuchEntity, quotaExceeded } from '../errors.ts';
import { IAM_LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { IamHandlers } from '../types.ts';
import { type ManagedPolicy, renderVersion, renderVersionInFull } from './render.ts';
import { updatePolicy } from './update.ts';

export function versionHandlers(
  context: IamContext,
  getPolicy: (accountId: string, arn: string) => Promise<ManagedPolicy>,
) {
  return {
    async createPolicyVersion({ PolicyArn, PolicyDocument: document, SetAsDefault }, { scope, nowMs }) {
      checkIdentityPolicy(document);
      const most = IAM_LIMITS.managedPolicyCharacters;
      if (policyCharacters(document) > most) throw quotaExceeded('PolicySize', most);
      const made = { versionId: '', document, createdAtMs: nowMs };
      await updatePolicy(context, scope.accountId, PolicyArn, (policy) => {
        if (policy.versions.length >= IAM_LIMITS.policyVersions) {
          throw limitExceeded(
            `A managed policy can have up to ${IAM_LIMITS.policyVersions} versions. Before you create a new version, you must delete an existing version.`,
          );
        }
        made.versionId = `v${policy.nextVersion}`;
        return {
          ...policy,
          nextVersion: policy.nextVersion + 1,
          versions: [...policy.versions, { ...made }],
          updatedAtMs: nowMs,
          ...(SetAsDefault && { defaultVersionId: made.versionId }),
        };
      });
      const defaultVersionId = SetAsDefault ? made.versionId : '';
      return { PolicyVersion: renderVersion(made, { defaultVersionId }) };
    },

    async getPolicyVersion({ PolicyArn, VersionId }, { scope }) {
      const policy = await getPolicy(scope.accountId, PolicyArn);
      return { PolicyVersion: renderVersionInFull(versionOf(policy.versions, PolicyArn, VersionId), policy) };
    },

    async listPolicyVersions(input, { scope }) {
      const policy = await getPolicy(scope.accountId, input.PolicyArn);
      const { items, end } = pageOf([...policy.versions].reverse(), positionOf, input);
      return { Versions: items.map((version) => renderVersion(version, policy)), ...end };
    },

    async setDefaultPolicyVersion({ PolicyArn, VersionId }, { scope }) {
      await updatePolicy(context, scope.accountId, PolicyArn, (policy) => {
        const { versionId } = versionOf(policy.versions, PolicyArn, VersionId);
        return { ...policy, defaultVersionId: versionId };
      });
      return {};
    },

    async deletePolicyVersion({ PolicyArn, VersionId }, { scope }) {
      await updatePolicy(context, scope.accountId, PolicyArn, (policy) => {
        const { versionId } = versionOf(policy.versions, PolicyArn, VersionId);
        if (versionId === policy.defaultVersionId) {
          throw deleteConflict('Cannot delete the default version of a policy.');
        }
        const versions = policy.versions.filter((version) => version.versionId !== versionId);
        return { ...policy, versions };
      });
      return {};
    },
  } satisfies IamHandlers;
}

/** A key that grows from the newest version to the oldest, so that pages go on behind one that was deleted. */
function positionOf({ versionId }: PolicyVersion): string {
  return String(1e9 - Number(versionId.slice(1))).padStart(10, '0');
}

function versionOf(versions: readonly PolicyVersion[], arn: string, wanted: string): PolicyVersion {
  const version = versions.find(({ versionId }) => versionId === wanted);
  if (version === undefined) throw noSuchEntity(`Policy ${arn} version ${wanted} does not exist or is not attachable.`);
  return version;
}
