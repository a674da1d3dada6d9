import { refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import { badRequest, notSupported } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { compilePatch, refuseListingPaths } from '../patch/index.ts';
import type { ApiGatewayHandlers, Out } from '../types.ts';

/** What every account has (features A1.14). */
const ACCOUNT = {
  throttleSettings: { rateLimit: LIMITS.throttlingRate.default, burstLimit: LIMITS.throttlingBurst.default },
  features: ['UsagePlans'],
  apiKeyVersion: '4',
} satisfies Out<'getAccount'>;

/** Usage plans are on in every account; a role for logs would promise logs in CloudWatch, which are not written. */
const patchAccount = compilePatch<Out<'getAccount'>>({
  refuse: refuseListingPaths,
  rules: [
    {
      path: '/cloudwatchRoleArn',
      effects: {
        replace: (account, { value = '' }) => {
          if (value !== '') throw notSupported('a cloudwatchRoleArn: logs are not written to CloudWatch');
          return account;
        },
      },
    },
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

export function accountHandlers() {
  return {
    getAccount: async () => ACCOUNT,

    updateAccount: async ({ patchOperations }) => {
      refuseViolations(patchOpViolations('updateAccountInput', patchOperations));
      return patchAccount(ACCOUNT, patchOperations);
    },
  } satisfies ApiGatewayHandlers;
}
