import type { CallerPolicies, InvocationIdentity } from '../../../model/index.ts';
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
import { parseFunctionName } from '../function-name.ts';
import type { PolicyStatement } from '../permissions/statement.ts';
import type { IdentitySource, RoleRights } from './identities.ts';
import { readPolicy } from './read-policy.ts';
import { trustsService } from './trust.ts';

const ACTION = 'lambda:InvokeFunction';
const SERVICE = 'apigateway.amazonaws.com';
/** How API Gateway calls its sessions of roles (in users' events and logs). */
const SESSION_NAME = 'BackplaneAssumeRoleSession';

/** Says why an identity must not call a function; undefined when it may. */
export type RefuseInvocation = (
  identity: InvocationIdentity,
  functionArn: string,
  statements: readonly PolicyStatement[],
) => Promise<string | undefined>;

/**
 * Whether an integration may call a function as a role or as its caller (fact D66): the policies of that identity, or the
 * function's own, must allow it; a role must let API Gateway assume it, too. A role that IAM does not know is not asked: APIs are
 * imported here with the roles of where they come from. It stands for the API’s account, so it opens functions of no other.
 */
export function createInvocationAccess(identities: IdentitySource, now: () => number): RefuseInvocation {
  const compiled = new WeakMap<CallerPolicies, CompiledPolicies>();
  const ready = (policies: CallerPolicies): CompiledPolicies => {
    const known = compiled.get(policies) ?? compilePolicies(policies);
    compiled.set(policies, known);
    return known;
  };

  return async (identity, functionArn, statements) => {
    const nowMs = now();
    const found = await find(identity, functionArn, identities, nowMs);
    if (found === undefined || typeof found === 'string') return found;
    const { principal, policies } = found;
    const keys = { 'aws:viaawsservice': 'true', ...timeKeys(nowMs) };
    const { result } = decideAccess(
      {
        principal: principalOf(principal),
        action: ACTION,
        resource: functionArn,
        keys: keysFrom(keys, callerKeys(principal)),
      },
      {
        ...ready(policies),
        resource: readPolicy(statements, functionArn),
        resourceAccountId: parseFunctionName(functionArn)?.accountId ?? principal.accountId,
      },
    );
    if (result === 'Allow') return undefined;
    return `User: ${principal.arn} is not authorized to perform: ${ACTION} on resource: ${functionArn}`;
  };
}

/** Who calls; or why nobody does, in words for the operator; undefined for a role that nobody knows. */
async function find(identity: InvocationIdentity, functionArn: string, identities: IdentitySource, nowMs: number) {
  if (identity.kind === 'role') {
    const role = await identities.findRole(identity.roleArn);
    if (role !== undefined) return sessionOf(role, identity.accountId, nowMs);
    const isOwn = parseFunctionName(functionArn)?.accountId === identity.accountId;
    return isOwn ? undefined : cannotAssume(identity.roleArn);
  }
  const found = identity.key && (await identities.findCaller(identity.key));
  return found ?? 'The integration acts as its caller, and nobody with credentials calls.';
}

/** @param apiAccountId whose API it is: nobody passes on roles of other accounts (fact D66) */
function sessionOf(role: RoleRights, apiAccountId: string, nowMs: number) {
  if (!trustsService(role, SERVICE, { accountId: apiAccountId }, nowMs)) return cannotAssume(role.arn);
  const { accountId, roleName, roleId, tags, policies } = role;
  const arn = `arn:aws:sts::${accountId}:assumed-role/${roleName}/${SESSION_NAME}`;
  const principal: Caller = { arn, accountId, userId: `${roleId}:${SESSION_NAME}`, roleArn: role.arn, tags };
  return { principal, policies };
}

function cannotAssume(roleArn: string): string {
  return `API Gateway does not have permission to assume the provided role ${roleArn}`;
}
