import type { CallerPolicies, PolicyText } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { type EntityType, entityArn } from '../arn.ts';
import type { EntityDocument } from '../documents/index.ts';
import { type GroupDocument, globalScope, groups, type RoleDocument, type UserDocument } from '../documents/index.ts';
import { findPasswordPolicy, findPolicyText } from '../find.ts';

/** What a user may do: his own policies and those of his groups, within his boundary. */
export async function policiesOfUser(reader: Reader, accountId: string, user: UserDocument): Promise<CallerPolicies> {
  const identity = await policiesOf(reader, accountId, 'user', user);
  for (const id of user.groups) {
    const group = (await reader.get(groups, globalScope(accountId), id))?.value;
    if (group) identity.push(...(await policiesOf(reader, accountId, 'group', group)));
  }
  identity.push(...(await policiesOfPasswords(reader, accountId, user)));
  return { identity, ...(await boundaryOf(reader, accountId, user.boundary)) };
}

/** What `AllowUsersToChangePassword` gives all users of an account (API reference, `UpdateAccountPasswordPolicy`). */
async function policiesOfPasswords(reader: Reader, accountId: string, user: UserDocument): Promise<PolicyText[]> {
  const policy = await findPasswordPolicy(reader, accountId);
  if (policy?.usersMayChange !== true) return [];
  const arn = entityArn(accountId, 'user', user);
  const Statement = [
    { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: arn },
    { Effect: 'Allow', Action: 'iam:GetAccountPasswordPolicy', Resource: '*' },
  ];
  return [{ name: `${arn} AccountPasswordPolicy`, document: JSON.stringify({ Version: '2012-10-17', Statement }) }];
}

export async function policiesOfRole(reader: Reader, accountId: string, role: RoleDocument): Promise<CallerPolicies> {
  const identity = await policiesOf(reader, accountId, 'role', role);
  return { identity, ...(await boundaryOf(reader, accountId, role.boundary)) };
}

export async function policiesOfGroup(
  reader: Reader,
  accountId: string,
  group: GroupDocument,
): Promise<CallerPolicies> {
  return { identity: await policiesOf(reader, accountId, 'group', group) };
}

/** Inline ones are named by their owner's ARN and their own name. */
async function policiesOf(
  reader: Reader,
  accountId: string,
  type: EntityType,
  entity: EntityDocument,
): Promise<PolicyText[]> {
  const owner = entityArn(accountId, type, entity);
  const inline = Object.entries(entity.inlinePolicies).map(([name, document]) => ({
    name: `${owner} ${name}`,
    document,
  }));
  const attached = await Promise.all(entity.attachedPolicies.map((arn) => managed(reader, accountId, arn)));
  return [...inline, ...attached];
}

async function boundaryOf(reader: Reader, accountId: string, arn: string | undefined) {
  return arn === undefined ? {} : { boundary: await managed(reader, accountId, arn) };
}

/** A policy that something is attached to cannot be deleted, so it is there. */
async function managed(reader: Reader, accountId: string, arn: string): Promise<PolicyText> {
  const document = await findPolicyText(reader, accountId, arn);
  if (document === undefined) throw new Error(`The attached policy ${arn} is gone.`);
  return { name: arn, document };
}
