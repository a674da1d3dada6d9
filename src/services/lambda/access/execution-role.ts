import { invalidParameter } from '../errors.ts';
import type { FunctionReference } from '../function-name.ts';
import type { IdentitySource } from './identities.ts';
import { trustsService } from './trust.ts';

/** What becomes of a function whose role IAM here does not know: `any` takes it, `known` refuses it as AWS does. */
export type FunctionRoles = 'any' | 'known';

/** @throws {ServiceError} for a role that a function cannot have */
export type CheckExecutionRole = (roleArn: string, reference: FunctionReference) => Promise<void>;

/** AWS tries to assume a function's role when the function is given it. */
export function createExecutionRoleCheck(
  identities: Pick<IdentitySource, 'findRole'>,
  roles: FunctionRoles,
  now: () => number,
): CheckExecutionRole {
  return async (roleArn, { arn, scope: { accountId } }) => {
    const role = await identities.findRole(roleArn);
    if (role === undefined && roles === 'any') return;
    if (role !== undefined && trustsService(role, 'lambda.amazonaws.com', { accountId, arn }, now())) return;
    throw invalidParameter('The role defined for the function cannot be assumed by Lambda.');
  };
}
