import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { type Quota, type QuotaPer, weight } from './quota.ts';
import { QUOTAS } from './table.ts';

/** A row of the table, with how much of it is in use. */
export interface QuotaUsage {
  readonly what: string;
  readonly per: QuotaPer;
  readonly owner: string;
  readonly max: number;
  /** Of the account and region; absent for quotas of one API, key or domain name. */
  readonly used?: number;
}

/** What there may be in an account and region, and what there is. */
export function quotaUsage(reader: Reader, scope: Scope): Promise<readonly QuotaUsage[]> {
  return Promise.all(
    QUOTAS.map(async (quota) => {
      const { what, per, owner, max } = quota;
      return { what, per, owner, max, ...(per === 'account' && { used: await usedOf(reader, scope, quota) }) };
    }),
  );
}

async function usedOf(reader: Reader, scope: Scope, quota: Quota): Promise<number> {
  const found = await reader.list(quota.kind, scope);
  return found.reduce((sum, { value }) => sum + weight(quota, value), 0);
}
