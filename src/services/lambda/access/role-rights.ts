import type { CallerPolicies } from '../../../model/index.ts';
import {
  type Caller,
  type CompiledPolicies,
  callerKeys,
  compilePolicies,
  decideAccess,
  keysFrom,
  principalOf,
  timeKeys,
} from '../../../policy/index.ts';
import type { FunctionReference } from '../function-name.ts';
import type { IdentitySource } from './identities.ts';

/**
 * Whether a function's role lets it do something, by the role's own policies; those of what it is done to are its service's
 * business. A role that IAM does not know is not asked.
 */
export type MayDo = (
  roleArn: string,
  reference: Pick<FunctionReference, 'name'>,
  action: string,
  resource: string,
) => Promise<boolean>;

export function createRoleRights(identities: Pick<IdentitySource, 'findRole'>, now: () => number): MayDo {
  const compiled = new WeakMap<CallerPolicies, CompiledPolicies>();
  return async (roleArn, { name }, action, resource) => {
    const role = await identities.findRole(roleArn);
    if (role === undefined) return true;
    const { accountId, roleName, roleId, tags, policies } = role;
    const ready = compiled.get(policies) ?? compilePolicies(policies);
    compiled.set(policies, ready);
    const arn = `arn:aws:sts::${accountId}:assumed-role/${roleName}/${name}`;
    const caller: Caller = { arn, accountId, userId: `${roleId}:${name}`, roleArn: role.arn, tags };
    const keys = keysFrom(timeKeys(now()), callerKeys(caller));
    const request = { principal: principalOf(caller), action, resource, keys };
    return decideAccess(request, { ...ready, resourceAccountId: accountId }).result === 'Allow';
  };
}
