import type { CallerKey, CallerPolicies, InvocationIdentity } from '../../../model/index.ts';
import {
  type Caller,
  type CompiledPolicies,
  callerKeys,
  compilePolicies,
  compilePolicy,
  decideAccess,
  keysFrom,
  principalOf,
  timeKeys,
} from '../../../policy/index.ts';
import { parseFunctionName } from '../function-name.ts';
import type { PolicyStatement } from '../permissions/statement.ts';
import { readPolicy } from './read-policy.ts';

const ACTION = 'lambda:InvokeFunction';
const SERVICE = 'apigateway.amazonaws.com';
/** How API Gateway calls its sessions of roles (in users' events and logs). */
const SESSION_NAME = 'BackplaneAssumeRoleSession';

/** A role as far as it matters to whoever is called by it. */
export interface RoleRights {
  readonly arn: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly roleId: string;
  /** JSON text. */
  readonly trustPolicy: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The same object as long as nothing of it has changed. */
  readonly policies: CallerPolicies;
}

/** What IAM is asked about whoever an integration calls as. */
export interface IdentitySource {
  /** Undefined for a key that nobody has. */
  findCaller(key: CallerKey): Promise<{ readonly principal: Caller; readonly policies: CallerPolicies } | undefined>;
  /** Undefined for a role that IAM does not know. */
  findRole(roleArn: string): Promise<RoleRights | undefined>;
}

/** Says why an identity must not call a function; undefined when it may. */
export type RefuseInvocation = (
  identity: InvocationIdentity,
  functionArn: string,
  statements: readonly PolicyStatement[],
) => Promise<string | undefined>;

/**
 * Whether an integration may call a function as a role or as its caller (fact D66): the policies of that identity, or the
 * function's own, must allow it; a role must let API Gateway assume it, too. A role that IAM does not know is not asked: APIs are
 * imported here with the roles of where they come from.
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
    const found = await find(identity, identities, nowMs);
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
async function find(identity: InvocationIdentity, identities: IdentitySource, nowMs: number) {
  if (identity.kind === 'role') {
    const role = await identities.findRole(identity.roleArn);
    return role && sessionOf(role, identity.accountId, nowMs);
  }
  const found = identity.key && (await identities.findCaller(identity.key));
  return found ?? 'The integration acts as its caller, and nobody with credentials calls.';
}

/** @param apiAccountId whose API it is: nobody passes on roles of other accounts (fact D66) */
function sessionOf(role: RoleRights, apiAccountId: string, nowMs: number) {
  const trust = compilePolicy(JSON.parse(role.trustPolicy), 'trust', `trust policy of ${role.arn}`);
  const { effect } = trust.evaluate({
    principal: { kind: 'service', service: SERVICE },
    action: 'sts:AssumeRole',
    resource: role.arn,
    keys: keysFrom({ ...timeKeys(nowMs), 'aws:sourceaccount': apiAccountId }),
  });
  if (effect !== 'Allow' || role.accountId !== apiAccountId)
    return `API Gateway does not have permission to assume the provided role ${role.arn}`;
  const { accountId, roleName, roleId, tags, policies } = role;
  const arn = `arn:aws:sts::${accountId}:assumed-role/${roleName}/${SESSION_NAME}`;
  const principal: Caller = { arn, accountId, userId: `${roleId}:${SESSION_NAME}`, roleArn: role.arn, tags };
  return { principal, policies };
}
