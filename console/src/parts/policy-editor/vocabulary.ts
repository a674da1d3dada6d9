/**
 * What a policy is written for: who has it (`identity`), who may assume a role (`trust`), who may use a resource (`resource`).
 */
export type PolicyKind = 'identity' | 'trust' | 'resource';

/** IAM user guide, "IAM JSON policy element reference", in the order in which AWS's console writes them. */
export const STATEMENT_ELEMENTS: Readonly<Record<PolicyKind, readonly string[]>> = {
  identity: ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
  trust: ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'],
  resource: [
    'Sid',
    'Effect',
    'Principal',
    'NotPrincipal',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
  ],
};

export const VERSIONS = ['2012-10-17', '2008-10-17'] as const;

/** IAM user guide, "IAM JSON policy elements: Principal". */
export const PRINCIPAL_TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** Services that call for an API here. */
export const SERVICE_PRINCIPALS = ['apigateway.amazonaws.com', 'lambda.amazonaws.com', 'events.amazonaws.com'] as const;

/** IAM user guide, "IAM JSON policy elements: Condition operators". */
const COMPARISONS = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ...['StringLike', 'StringNotLike'],
  ...['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals'],
  ...['NumericGreaterThan', 'NumericGreaterThanEquals'],
  ...['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
  ...['Bool', 'BinaryEquals', 'IpAddress', 'NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
];
export const CONDITION_OPERATORS = [...COMPARISONS, 'Null'] as const;

/** Also `ForAllValues:StringLike` and `StringLikeIfExists`; names count in any case. */
export function isConditionOperator(name: string): boolean {
  const plain = name.replace(/^(ForAllValues|ForAnyValue):/i, '').replace(/IfExists$/i, '');
  return CONDITION_OPERATORS.some((operator) => operator.toLowerCase() === plain.toLowerCase());
}

/** Condition keys that any request has or may have (IAM user guide, "AWS global condition context keys"). */
export const CONDITION_KEYS = [
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalTag/',
  'aws:PrincipalType',
  'aws:Referer',
  'aws:RequestTag/',
  'aws:RequestedRegion',
  'aws:ResourceTag/',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:TagKeys',
  'aws:TokenIssueTime',
  'aws:UserAgent',
  'aws:userid',
  'aws:username',
  'iam:PassedToService',
  'iam:PermissionsBoundary',
  'iam:PolicyARN',
  'sts:ExternalId',
] as const;
