import type { CompiledPolicy, DecidingStatement, Verdict } from './compile-policy.ts';
import type { AccessRequest } from './request.ts';

/** Every policy that has a say in a request. */
export interface ApplicablePolicies {
  /** Of the user or role, and of the user's groups. */
  readonly identity: readonly CompiledPolicy[];
  readonly resource?: CompiledPolicy | undefined;
  readonly boundary?: CompiledPolicy | undefined;
  /** Of the caller's session: one or several that all must allow. */
  readonly session?: readonly CompiledPolicy[];
  /** The account that owns the resource. */
  readonly resourceAccountId: string;
}

export interface AccessDecision {
  readonly result: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny';
  /** The statement that allowed or denied; absent for an implicit deny. */
  readonly statement?: DecidingStatement;
}

const IMPLICIT_DENY: AccessDecision = { result: 'ImplicitDeny' };
const NONE: Verdict = { effect: 'None' };

/**
 * Combines policies as AWS does (IAM user guide, "Policy evaluation logic"): any Deny denies. Within one account an Allow of
 * the identity's policies or of the resource's is enough, across accounts both are needed. A boundary and session policies
 * limit what identity policies allow, and what a resource's policy allows to a role; they do not limit what it allows to the
 * caller himself within his account. Naming an account leaves the decision to the identity's policies.
 */
export function decideAccess(request: AccessRequest, policies: ApplicablePolicies): AccessDecision {
  const { identity, resource, boundary, session = [], resourceAccountId } = policies;
  const denied = firstDeny(request, policies);
  if (denied !== undefined) return { result: 'ExplicitDeny', statement: denied };

  const byResource = resource?.evaluate(request) ?? NONE;
  const { principal } = request;
  if (principal.kind === 'anonymous') return byResource.effect === 'Allow' ? allow(byResource) : IMPLICIT_DENY;

  const byIdentity = identity.map((policy) => policy.evaluate(request)).find(isAllow);
  const isWithin = [boundary, ...session].every((policy) => policy === undefined || isAllow(policy.evaluate(request)));
  if (principal.accountId !== resourceAccountId) {
    return isAllow(byResource) && byIdentity && isWithin ? allow(byIdentity) : IMPLICIT_DENY;
  }
  if (isAllow(byResource)) {
    if (byResource.principal === 'direct') return allow(byResource);
    if (byResource.principal === 'role' && isWithin) return allow(byResource);
  }
  return byIdentity && isWithin ? allow(byIdentity) : IMPLICIT_DENY;
}

function firstDeny(request: AccessRequest, policies: ApplicablePolicies): DecidingStatement | undefined {
  const { identity, resource, boundary, session = [] } = policies;
  const hasBoundary = boundary !== undefined;
  for (const policy of [...identity, resource, boundary, ...session]) {
    const statement = policy?.denies(request, hasBoundary);
    if (statement !== undefined) return statement;
  }
  return undefined;
}

function isAllow({ effect }: Verdict): boolean {
  return effect === 'Allow';
}

function allow({ statement }: Verdict): AccessDecision {
  return { result: 'Allow', ...(statement && { statement }) };
}
