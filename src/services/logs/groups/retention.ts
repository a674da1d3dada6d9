import type { LogsContext } from '../context.ts';
import { invalidParameter } from '../errors.ts';
import { RETENTION_DAYS } from '../limits.ts';
import { groupNamed } from '../names.ts';
import type { LogsHandlers } from '../types.ts';
import { changeGroup } from './document.ts';

/** API reference, `PutRetentionPolicy`, `DeleteRetentionPolicy`. */
export function retentionHandlers({ store }: LogsContext) {
  return {
    async putRetentionPolicy({ logGroupName, retentionInDays }, { scope }) {
      const group = groupNamed(scope, logGroupName);
      // As a user of AWS reported it (aws-cdk issue 1343).
      if (!RETENTION_DAYS.some((days) => days === retentionInDays)) {
        throw invalidParameter(`Invalid retention value. Valid values are: [${RETENTION_DAYS.join(', ')}]`);
      }
      await store.transact((tx) => changeGroup(tx, group, (before) => ({ ...before, retentionInDays })));
      return {};
    },

    async deleteRetentionPolicy({ logGroupName }, { scope }) {
      const group = groupNamed(scope, logGroupName);
      await store.transact((tx) => changeGroup(tx, group, ({ retentionInDays: _, ...kept }) => kept));
      return {};
    },
  } satisfies LogsHandlers;
}
