import type { AwsClient } from '../../../aws/index.ts';
import type { DecidingStatement } from './use-access.ts';

/** Who has policies: a user, or the role of a session. */
interface Owner {
  readonly kind: 'user' | 'role';
  readonly name: string;
}

interface Attached {
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
}

/**
 * The text of the policy that a deciding statement stands in, by whoever may read it.
 * @param callerArn of a user, a role or a session of one
 * @returns undefined where it is none of IAM's, or is not found
 * @throws {AwsError}
 */
export async function policyDocument(
  aws: AwsClient,
  callerArn: string,
  { policy, type }: Pick<DecidingStatement, 'policy' | 'type'>,
): Promise<string | undefined> {
  const owner = ownerOf(callerArn);
  if (!owner) return undefined;
  const document = type.endsWith('-managed')
    ? await managedDocument(aws, owner, policy)
    : await inlineDocument(aws, owner, policy, type);
  // IAM answers policies percent-encoded (API reference, GetUserPolicy).
  return document === undefined ? undefined : decodeURIComponent(document);
}

/** `teams/web` is a path and a name; of a session the role's name comes first. */
export function ownerOf(arn: string): Owner | undefined {
  const session = /^arn:[\w-]+:sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  if (session !== undefined) return { kind: 'role', name: session };
  const [, kind, name] = /^arn:[\w-]+:iam::\d{12}:(user|role)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  return (kind === 'user' || kind === 'role') && name !== undefined ? { kind, name } : undefined;
}

async function inlineDocument(
  aws: AwsClient,
  { name }: Owner,
  PolicyName: string,
  type: string,
): Promise<string | undefined> {
  if (type === 'user') return (await aws.call('iam', 'getUserPolicy', { UserName: name, PolicyName })).PolicyDocument;
  if (type === 'role') return (await aws.call('iam', 'getRolePolicy', { RoleName: name, PolicyName })).PolicyDocument;
  if (type !== 'group') return undefined;
  for (const GroupName of await groupsOf(aws, name)) {
    const { PolicyNames = [] } = await aws.call('iam', 'listGroupPolicies', { GroupName });
    if (!PolicyNames.includes(PolicyName)) continue;
    return (await aws.call('iam', 'getGroupPolicy', { GroupName, PolicyName })).PolicyDocument;
  }
  return undefined;
}

async function managedDocument(aws: AwsClient, owner: Owner, name: string): Promise<string | undefined> {
  const attached = await attachedTo(aws, owner);
  const PolicyArn = attached.find(({ PolicyName }) => PolicyName === name)?.PolicyArn;
  if (PolicyArn === undefined) return undefined;
  const { Policy } = await aws.call('iam', 'getPolicy', { PolicyArn });
  const VersionId = Policy?.DefaultVersionId ?? '';
  return (await aws.call('iam', 'getPolicyVersion', { PolicyArn, VersionId })).PolicyVersion?.Document;
}

async function attachedTo(aws: AwsClient, { kind, name }: Owner): Promise<readonly Attached[]> {
  if (kind === 'role')
    return (await aws.call('iam', 'listAttachedRolePolicies', { RoleName: name })).AttachedPolicies ?? [];
  const own = await aws.call('iam', 'listAttachedUserPolicies', { UserName: name });
  const groups = await groupsOf(aws, name);
  const ofGroups = await Promise.all(
    groups.map((GroupName) => aws.call('iam', 'listAttachedGroupPolicies', { GroupName })),
  );
  return [own, ...ofGroups].flatMap(({ AttachedPolicies = [] }) => AttachedPolicies);
}

async function groupsOf(aws: AwsClient, UserName: string): Promise<readonly string[]> {
  const { Groups = [] } = await aws.call('iam', 'listGroupsForUser', { UserName });
  return Groups.map(({ GroupName = '' }) => GroupName);
}
