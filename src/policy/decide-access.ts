import type { CompiledPolicy, DecidingStatement, Verdict } from './compile-policy.ts';
import type { AccessRequest } from './request.ts';

/** Every policy that has a say in a request. */
export interface ApplicablePolicies {
  /** Of the user or role, and of the user's groups. */
  readonly identity: readonly CompiledPolicy[];
  readonly resource?: CompiledPolicy | undefined;
  readonly boundary?: CompiledPolicy | undefined;
  /** Of the caller's session: where there are some, one of them must allow. */
  readonly session?: readonly CompiledPolicy[];
  /** The account that owns the resource. */
  readonly resourceAccountId: string;
  /** Whether the resource's policy must allow within the account, too, as the trust policy of a role (IAM user guide). */
  readonly resourceMustAllow?: boolean;
}

/** Which policies decided. */
export type DecidingSource = 'identity' | 'resource' | 'boundary' | 'session';

export interface AccessDecision {
  readonly result: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny';
  /** Whose statement allowed or denied; for an implicit deny those of which one would have had to allow. */
  readonly source: DecidingSource;
  /** The statement that allowed or denied; absent for an implicit deny. */
  readonly statement?: DecidingStatement;
}

const NONE: Verdict = { effect: 'None' };

/**
 * Combines policies as AWS does (IAM user guide, "Policy evaluation logic"): any Deny denies. Within one account an Allow of
 * the identity's policies or of the resource's is enough, across accounts both are needed. A boundary and session policies
 * limit what identity policies allow, and what a resource's policy allows to a role; they do not limit what it allows to the
 * caller himself within his account. What it allows to everybody a boundary does not limit either; that a session's policy
 * does is what opens less (decision 0014). Naming an account leaves the decision to the identity's policies.
 */
export function decideAccess(request: AccessRequest, policies: ApplicablePolicies): AccessDecision {
  const denied = firstDeny(request, policies);
  if (denied !== undefined) return denied;

  const { identity, resource, boundary, session = [], resourceAccountId, resourceMustAllow = false } = policies;
  const byResource = resource?.evaluate(request) ?? NONE;
  const { principal } = request;
  if (principal.kind !== 'authenticated')
    return isAllow(byResource) ? allow('resource', byResource) : lacking('resource');

  const byIdentity = identity.map((policy) => policy.evaluate(request)).find(isAllow);
  const limit = firstLimit(request, boundary, session);
  if (principal.accountId !== resourceAccountId) {
    if (byIdentity === undefined) return lacking('identity');
    if (limit !== undefined) return lacking(limit);
    return isAllow(byResource) ? allow('identity', byIdentity) : lacking('resource');
  }
  if (isAllow(byResource)) {
    if (byResource.principal === 'direct') return allow('resource', byResource);
    if (byResource.principal === 'everybody' && isWithinSession(request, session)) return allow('resource', byResource);
    if (byResource.principal === 'role' && limit === undefined) return allow('resource', byResource);
  }
  if (resourceMustAllow && !isAllow(byResource)) return lacking('resource');
  if (byIdentity === undefined) return lacking('identity');
  return limit === undefined ? allow('identity', byIdentity) : lacking(limit);
}

/** Which of the policies that limit the caller does not allow. */
function firstLimit(
  request: AccessRequest,
  boundary: CompiledPolicy | undefined,
  session: readonly CompiledPolicy[],
): DecidingSource | undefined {
  if (boundary !== undefined && !isAllow(boundary.evaluate(request))) return 'boundary';
  return isWithinSession(request, session) ? undefined : 'session';
}

function isWithinSession(request: AccessRequest, session: readonly CompiledPolicy[]): boolean {
  return session.length === 0 || session.some((policy) => isAllow(policy.evaluate(request)));
}

function firstDeny(request: AccessRequest, policies: ApplicablePolicies): AccessDecision | undefined {
  const { identity, resource, boundary, session = [] } = policies;
  const hasBoundary = boundary !== undefined;
  const find = (source: DecidingSource, of: readonly (CompiledPolicy | undefined)[]): AccessDecision | undefined => {
    for (const policy of of) {
      const statement = policy?.denies(request, hasBoundary);
      if (statement !== undefined) return { result: 'ExplicitDeny', source, statement };
    }
    return undefined;
  };
  return (
    find('identity', identity) ??
    find('resource', [resource]) ??
    find('boundary', [boundary]) ??
    find('session', session)
  );
}

function isAllow({ effect }: Verdict): boolean {
  return effect === 'Allow';
}

function allow(source: DecidingSource, { statement }: Verdict): AccessDecision {
  return { result: 'Allow', source, ...(statement && { statement }) };
}

function lacking(source: DecidingSource): AccessDecision {
  return { result: 'ImplicitDeny', source };
}
