import { compilePolicy, keysFrom, timeKeys } from '../../../policy/index.ts';
import type { RoleRights } from './identities.ts';

/** For whom a service acts: `aws:SourceAccount`, and `aws:SourceArn` where one is known. */
export interface TrustSource {
  readonly accountId: string;
  readonly arn?: string;
}

/** Whether a role lets a service assume it: its trust policy says so, and the role is of the account that the service acts for. */
export function trustsService(role: RoleRights, service: string, source: TrustSource, nowMs: number): boolean {
  if (role.accountId !== source.accountId) return false;
  const trust = compilePolicy(JSON.parse(role.trustPolicy), 'trust', `trust policy of ${role.arn}`);
  const { effect } = trust.evaluate({
    principal: { kind: 'service', service },
    action: 'sts:AssumeRole',
    resource: role.arn,
    keys: keysFrom({
      ...timeKeys(nowMs),
      'aws:principalisawsservice': 'true',
      'aws:sourceaccount': source.accountId,
      ...(source.arn !== undefined && { 'aws:sourcearn': source.arn }),
    }),
  });
  return effect === 'Allow';
}
