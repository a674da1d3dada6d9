import type { CallRates } from '../../../aws/index.ts';
import type { OperatorEndpoint } from '../../../control/index.ts';
import type { LimitProfile, Scope } from '../../../model/index.ts';
import type { QuotaUsage } from '../../../services/apigateway/index.ts';

export interface QuotasOptions {
  readonly profile: LimitProfile;
  readonly rates: CallRates;
  usage(scope: Scope): Promise<readonly QuotaUsage[]>;
}

/** `GET /_sallyport/quotas`: API Gateway's quotas with what is in use. Needs `apigateway:GET` on the account, as `GetAccount` does. */
export function quotasEndpoint({ profile, rates, usage }: QuotasOptions): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/_sallyport/quotas',
    access: ({ call }) => [{ action: 'apigateway:GET', resource: `arn:aws:apigateway:${call.scope.region}::/account` }],
    answer: async ({ call }) => ({
      limits: profile,
      isEnforced: profile === 'aws',
      quotas: await usage(call.scope),
      calls: [rates.total, ...Object.entries(rates.rows).map(([operation, rate]) => ({ operation, ...rate }))],
    }),
  };
}
