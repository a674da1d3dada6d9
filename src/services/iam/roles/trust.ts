import type { Kind, Reader } from '../../../store/index.ts';
import { entityArn, parseIamArn } from '../arn.ts';
import { checkTrustPolicy, invalidPrincipal, policyCharacters } from '../check-policy.ts';
import { type EntityDocument, globalScope, nameId, roles, users } from '../documents/index.ts';
import { quotaExceeded } from '../errors.ts';
import { IAM_LIMITS } from '../limits.ts';

/**
 * Checks who may assume a role, and that users and roles of the account whom it names are there.
 * @throws {ServiceError}
 */
export async function checkTrust(reader: Reader, accountId: string, text: string): Promise<void> {
  const named = checkTrustPolicy(text);
  const most = IAM_LIMITS.trustPolicyCharacters;
  if (policyCharacters(text) > most) throw quotaExceeded('ACLSizePerRole', most);
  for (const arn of named) {
    if (!(await isThere(reader, accountId, arn))) throw invalidPrincipal(arn);
  }
}

/** Only the account's own entities are known. */
async function isThere(reader: Reader, accountId: string, arn: string): Promise<boolean> {
  const parsed = parseIamArn(arn);
  if (parsed === undefined || parsed.accountId !== accountId) return true;
  if (parsed.type !== 'user' && parsed.type !== 'role') return true;
  const kind: Kind<EntityDocument> = parsed.type === 'user' ? users : roles;
  const entity = (await reader.get(kind, globalScope(accountId), nameId(parsed.name)))?.value;
  return entity !== undefined && entityArn(accountId, parsed.type, entity) === arn;
}
