import { constraint } from '../check-input.ts';
import type { IamContext } from '../context.ts';
import { globalScope, PASSWORD_POLICY_ID, type PasswordPolicyDocument, passwordPolicies } from '../documents/index.ts';
import { noSuchEntity } from '../errors.ts';
import { findPasswordPolicy } from '../find.ts';
import { IAM_LIMITS } from '../limits.ts';
import type { IamHandlers, In } from '../types.ts';

const LIMITS = IAM_LIMITS.passwordPolicy;

export function passwordPolicyHandlers(context: IamContext) {
  return {
    async updateAccountPasswordPolicy(input, { scope }) {
      const policy = readPolicy(input);
      await context.change((tx) => tx.put(passwordPolicies, globalScope(scope.accountId), PASSWORD_POLICY_ID, policy));
      return {};
    },

    async getAccountPasswordPolicy(_input, { scope }) {
      const policy = await findPasswordPolicy(context.store, scope.accountId);
      if (policy === undefined) {
        throw noSuchEntity(`The Password Policy with domain name ${scope.accountId} cannot be found.`);
      }
      return { PasswordPolicy: render(policy) };
    },

    async deleteAccountPasswordPolicy(_input, { scope }) {
      await context.change(async (tx) => {
        if ((await findPasswordPolicy(tx, scope.accountId)) === undefined) {
          throw noSuchEntity('The account policy with name PasswordPolicy cannot be found.');
        }
        await tx.delete(passwordPolicies, globalScope(scope.accountId), PASSWORD_POLICY_ID);
      });
      return {};
    },
  } satisfies IamHandlers;
}

/** What is not given gets its default: there is no changing of one setting (API reference). @throws {ServiceError} `ValidationError` */
function readPolicy(input: In<'updateAccountPasswordPolicy'>): PasswordPolicyDocument {
  const { MaxPasswordAge: maxAge, PasswordReusePrevention: reusePrevention, HardExpiry: hardExpiry } = input;
  const minimumLength = input.MinimumPasswordLength ?? LIMITS.minimumPasswordLength.standard;
  checkNumber(minimumLength, 'minimumPasswordLength');
  if (maxAge !== undefined) checkNumber(maxAge, 'maxPasswordAge');
  if (reusePrevention !== undefined) checkNumber(reusePrevention, 'passwordReusePrevention');
  return {
    minimumLength,
    requireSymbols: input.RequireSymbols ?? false,
    requireNumbers: input.RequireNumbers ?? false,
    requireUppercase: input.RequireUppercaseCharacters ?? false,
    requireLowercase: input.RequireLowercaseCharacters ?? false,
    usersMayChange: input.AllowUsersToChangePassword ?? false,
    ...(maxAge !== undefined && { maxAge }),
    ...(reusePrevention !== undefined && { reusePrevention }),
    ...(hardExpiry !== undefined && { hardExpiry }),
  };
}

function checkNumber(value: number, member: keyof typeof LIMITS): void {
  const { least, most } = LIMITS[member];
  if (value < least) throw constraint(value, member, `Member must have value greater than or equal to ${least}`);
  if (value > most) throw constraint(value, member, `Member must have value less than or equal to ${most}`);
}

function render(policy: PasswordPolicyDocument) {
  return {
    MinimumPasswordLength: policy.minimumLength,
    RequireSymbols: policy.requireSymbols,
    RequireNumbers: policy.requireNumbers,
    RequireUppercaseCharacters: policy.requireUppercase,
    RequireLowercaseCharacters: policy.requireLowercase,
    AllowUsersToChangePassword: policy.usersMayChange,
    ExpirePasswords: policy.maxAge !== undefined,
    ...(policy.maxAge !== undefined && { MaxPasswordAge: policy.maxAge }),
    ...(policy.reusePrevention !== undefined && { PasswordReusePrevention: policy.reusePrevention }),
    ...(policy.hardExpiry !== undefined && { HardExpiry: policy.hardExpiry }),
  };
}
