import { ServiceError } from '../../../aws/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IamContext } from '../context.ts';
import { globalScope, nameId, type PolicyDocument, policies } from '../documents/index.ts';
import { checkPolicyArn } from '../entities/attached-policies.ts';
import { getOwnPolicy } from '../find.ts';

/**
 * Changes a policy of the account's own.
 * @param work gives the changed policy, undefined to delete it
 * @throws {ServiceError} `NoSuchEntity`; `AccessDenied` for one that AWS manages
 */
export async function updatePolicy(
  context: IamContext,
  accountId: string,
  arn: string,
  work: (policy: PolicyDocument, tx: Transaction) => Promise<PolicyDocument | undefined> | PolicyDocument,
): Promise<void> {
  checkPolicyArn(arn);
  if (arn.startsWith('arn:aws:iam::aws:')) {
    throw new ServiceError('AccessDenied', 403, `Policy ${arn} is managed by AWS and cannot be changed.`);
  }
  await context.change(async (tx) => {
    const policy = await getOwnPolicy(tx, accountId, arn);
    const changed = await work(policy, tx);
    const global = globalScope(accountId);
    if (changed === undefined) await tx.delete(policies, global, nameId(policy.name));
    else await tx.put(policies, global, nameId(policy.name), changed);
  });
}
