import type { Negatable, PrincipalElement } from './document.ts';
import type { Principal } from './request.ts';

/**
 * How a statement names a caller: himself, everybody (or all but some), the role of his session, or his account, which leaves
 * the decision to the account's own policies (IAM user guide, "AWS account principals").
 */
export type PrincipalMatch = 'direct' | 'everybody' | 'role' | 'account';

/** Undefined when the statement is not about the caller. */
export function matchPrincipals(
  { negated, values }: Negatable<PrincipalElement>,
  principal: Principal,
): PrincipalMatch | undefined {
  const matches = values.map((element) => matchPrincipal(element, principal));
  if (negated) return matches.every((match) => match === undefined) ? 'everybody' : undefined;
  return (['direct', 'everybody', 'role', 'account'] as const).find((match) => matches.includes(match));
}

function matchPrincipal({ type, value }: PrincipalElement, principal: Principal): PrincipalMatch | undefined {
  if (type === '*') return 'everybody';
  if (principal.kind === 'service') return type === 'Service' && value === principal.service ? 'direct' : undefined;
  if (principal.kind === 'federated')
    return type === 'Federated' && value === principal.provider ? 'direct' : undefined;
  if (type !== 'AWS' || principal.kind === 'anonymous') return undefined;
  if (value === principal.arn) return 'direct';
  if (value === principal.roleArn) return 'role';
  return accountOf(value) === principal.accountId ? 'account' : undefined;
}

/** The account that `123456789012` or `arn:aws:iam::123456789012:root` stands for. */
function accountOf(value: string): string | undefined {
  return /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1];
}
