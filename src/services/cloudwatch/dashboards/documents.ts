import type { Scope } from '../../../model/index.ts';
import { defineKind } from '../../../store/index.ts';

export interface Dashboard {
  readonly name: string;
  /** JSON, as it was given. */
  readonly body: string;
  readonly modifiedAtMs: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** By name. Dashboards belong to an account, whatever the region (user guide: "Dashboards are global"). */
export const dashboards = defineKind<Dashboard>('CloudWatchDashboard');

/** The one place of an account's dashboards. */
export function globalScope({ accountId }: Pick<Scope, 'accountId'>): Scope {
  return { accountId, region: 'global' };
}

export function dashboardArn({ accountId }: Pick<Scope, 'accountId'>, name: string): string {
  return `arn:aws:cloudwatch::${accountId}:dashboard/${name}`;
}
