import type { Kind, Reader } from '../../store/index.ts';
import { entityArn, parseIamArn } from './arn.ts';
import { findAwsManagedPolicy } from './aws-managed/index.ts';
import {
  type GroupDocument,
  globalScope,
  groups,
  nameId,
  PASSWORD_POLICY_ID,
  type PasswordPolicyDocument,
  type PolicyDocument,
  passwordPolicies,
  policies,
  type RoleDocument,
  roles,
  type UserDocument,
  users,
} from './documents/index.ts';
import { noSuchEntity } from './errors.ts';

export async function getUser(reader: Reader, accountId: string, name: string): Promise<UserDocument> {
  return found(reader, users, accountId, name, 'user');
}

export async function getGroup(reader: Reader, accountId: string, name: string): Promise<GroupDocument> {
  return found(reader, groups, accountId, name, 'group');
}

export async function getRole(reader: Reader, accountId: string, name: string): Promise<RoleDocument> {
  return found(reader, roles, accountId, name, 'role');
}

async function found<T>(reader: Reader, kind: Kind<T>, accountId: string, name: string, what: string): Promise<T> {
  const document = await reader.get(kind, globalScope(accountId), nameId(name));
  if (document === undefined) throw noSuchEntity(`The ${what} with name ${name} cannot be found.`);
  return document.value;
}

/** A policy of the account's own; undefined when there is none with this ARN. */
export async function findOwnPolicy(
  reader: Reader,
  accountId: string,
  arn: string,
): Promise<PolicyDocument | undefined> {
  const parsed = parseIamArn(arn);
  if (parsed?.type !== 'policy' || parsed.accountId !== accountId) return undefined;
  const policy = (await reader.get(policies, globalScope(accountId), nameId(parsed.name)))?.value;
  return policy && entityArn(accountId, 'policy', policy) === arn ? policy : undefined;
}

/** @throws {ServiceError} `NoSuchEntity` */
export async function getOwnPolicy(reader: Reader, accountId: string, arn: string): Promise<PolicyDocument> {
  const policy = await findOwnPolicy(reader, accountId, arn);
  if (policy === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/** The text that a managed policy has now, whoever manages it; undefined when there is none with this ARN. */
export async function findPolicyText(reader: Reader, accountId: string, arn: string): Promise<string | undefined> {
  const own = await findOwnPolicy(reader, accountId, arn);
  if (own === undefined) return findAwsManagedPolicy(arn)?.version.document;
  return own.versions.find(({ versionId }) => versionId === own.defaultVersionId)?.document;
}

/** What the account asks of passwords; undefined where it says nothing. */
export async function findPasswordPolicy(
  reader: Reader,
  accountId: string,
): Promise<PasswordPolicyDocument | undefined> {
  return (await reader.get(passwordPolicies, globalScope(accountId), PASSWORD_POLICY_ID))?.value;
}

/**
 * @param what a boundary's policy is called its scope (recorded on AWS)
 * @throws {ServiceError} `NoSuchEntity` for a policy that cannot be attached
 */
export async function checkAttachable(
  reader: Reader,
  accountId: string,
  arn: string,
  what: 'Policy' | 'Scope ARN:' = 'Policy',
): Promise<void> {
  if ((await findPolicyText(reader, accountId, arn)) !== undefined) return;
  throw noSuchEntity(`${what} ${arn} does not exist or is not attachable.`);
}
