import { enumViolations } from '../../../aws/index.ts';
import type { LogsContext } from '../context.ts';
import { existing, invalidOperation, notSupported, refuse } from '../errors.ts';
import { groupNamed, groupNameViolations, identifiedGroup } from '../names.ts';
import { checkTags } from '../tags/index.ts';
import type { LogsHandlers } from '../types.ts';
import { changeGroup, logGroups, requireGroup } from './document.ts';

const CLASSES = ['STANDARD', 'INFREQUENT_ACCESS', 'ESSENTIALS', 'DELIVERY'];

/** API reference, `CreateLogGroup`, `DeleteLogGroup`, `PutLogGroupDeletionProtection`. */
export function createDeleteHandlers({ store, logs, removeFilters }: LogsContext) {
  return {
    async createLogGroup(input, { scope, nowMs }) {
      const { logGroupName: name, logGroupClass = 'STANDARD', tags = {}, kmsKeyId } = input;
      refuse(groupNameViolations(name), enumViolations(logGroupClass, 'logGroupClass', CLASSES));
      if (kmsKeyId !== undefined) throw notSupported('encryption of log groups by KMS keys (kmsKeyId)');
      if (logGroupClass === 'DELIVERY') throw notSupported('the log group class DELIVERY');
      checkTags(tags);
      await store.transact(async (tx) => {
        if (await tx.get(logGroups, scope, name)) throw existing.group();
        const deletionProtection = input.deletionProtectionEnabled ?? false;
        await tx.put(logGroups, scope, name, { name, createdAtMs: nowMs, logGroupClass, deletionProtection, tags });
      });
      return {};
    },

    async deleteLogGroup({ logGroupName }, { scope }) {
      const group = groupNamed(scope, logGroupName);
      await store.transact(async (tx) => {
        const { deletionProtection } = await requireGroup(tx, group);
        if (deletionProtection) throw invalidOperation('The log group is protected against deletion.');
        await tx.delete(logGroups, scope, group.name);
        await removeFilters(tx, group);
      });
      await logs.deleteGroup(group);
      return {};
    },

    async putLogGroupDeletionProtection({ logGroupIdentifier, deletionProtectionEnabled }, { scope }) {
      const group = identifiedGroup(scope, logGroupIdentifier);
      await store.transact((tx) =>
        changeGroup(tx, group, (before) => ({ ...before, deletionProtection: deletionProtectionEnabled })),
      );
      return {};
    },
  } satisfies LogsHandlers;
}
