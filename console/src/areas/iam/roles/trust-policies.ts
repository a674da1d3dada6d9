/** Who can be trusted to assume a role, as AWS's console asks. */
export type TrustKind = 'service' | 'account' | 'web' | 'custom';

export interface Trust {
  readonly kind: TrustKind;
  /** Of `service`: `lambda.amazonaws.com`. */
  readonly service: string;
  /** Of `account`: twelve digits. */
  readonly account: string;
  /** Of `account`; empty: not asked for. */
  readonly externalId: string;
  /** Of `web`: the provider's ARN. */
  readonly provider: string;
  /** Of `web`: the client's id there. */
  readonly audience: string;
}

/** The trust policy that AWS's console writes for a choice (IAM user guide, "Create a role to delegate permissions"). */
export function trustPolicy(trust: Trust): string {
  const statement = { Effect: 'Allow', ...statementOf(trust) };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

function statementOf({ kind, service, account, externalId, provider, audience }: Trust): object {
  switch (kind) {
    case 'service':
      return { Principal: { Service: service }, Action: 'sts:AssumeRole' };
    case 'web': {
      // Condition keys of a provider begin with its URL (IAM user guide, "Available keys for OIDC federation").
      const host = provider.slice(provider.indexOf('oidc-provider/') + 'oidc-provider/'.length);
      const Condition = { StringEquals: { [`${host}:aud`]: audience } };
      return { Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithWebIdentity', Condition };
    }
    default: {
      const Condition = { StringEquals: { 'sts:ExternalId': externalId } };
      const Principal = { AWS: `arn:aws:iam::${account}:root` };
      return { Principal, Action: 'sts:AssumeRole', ...(externalId !== '' && { Condition }) };
    }
  }
}
