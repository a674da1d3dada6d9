import { refuseViolations } from '../../../aws/index.ts';
import type { AccountSettings, Scope } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { findAccount, putAccount } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { compilePatch, optional, refuseListingPaths, rulesOf } from '../patch/index.ts';
import type { ApiGatewayHandlers, Out } from '../types.ts';

const { replaceOrRemove } = rulesOf<AccountSettings>();

/** What `UpdateAccount` may do (API reference, "Patch Operations", UpdateAccount). Usage plans are on in every account. */
const patchAccount = (scope: Scope) =>
  compilePatch<AccountSettings>({
    refuse: refuseListingPaths,
    rules: [
      replaceOrRemove(
        '/cloudwatchRoleArn',
        'cloudwatchRoleArn',
        optional((value = '') => readRole(value, scope)),
      ),
      {
        path: '/features',
        effects: {
          add: (account, { value }) => {
            if (value !== 'UsagePlans') throw badRequest('Invalid feature specified. Must be UsagePlans');
            return account;
          },
        },
      },
    ],
  });

export function accountHandlers({ store }: ServiceContext) {
  return {
    getAccount: async (_, { scope }) => renderAccount(await findAccount(store, scope)),

    updateAccount: async ({ patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateAccountInput', patchOperations));
      return renderAccount(
        await store.transact(async (tx) => {
          const account = patchAccount(scope)(await findAccount(tx, scope), patchOperations);
          await putAccount(tx, scope, account);
          return account;
        }),
      );
    },
  } satisfies ApiGatewayHandlers;
}

/** With what every account has (features A1.14). */
function renderAccount(account: AccountSettings): Out<'getAccount'> {
  return {
    ...account,
    throttleSettings: { rateLimit: LIMITS.throttlingRate.default, burstLimit: LIMITS.throttlingBurst.default },
    features: ['UsagePlans'],
    apiKeyVersion: '4',
  };
}

/**
 * Reads the ARN of a role of the account itself.
 * @throws {ServiceError} 400 with AWS's texts
 */
function readRole(value: string, { accountId }: Scope): string {
  const [, owner] = /^arn:[\w-]+:iam::(\d{12}):role\/[\w+=,.@/-]{1,576}$/.exec(value) ?? [];
  if (owner === undefined) throw badRequest('Invalid ARN specified in the request');
  if (owner !== accountId) throw badRequest('Cross-account pass role is not allowed.');
  return value;
}
