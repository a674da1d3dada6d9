import type { QuotaSettings, ThrottleSettings, UsagePlan } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** A quota as a request or a patch leaves it: perhaps not whole. */
export type PartialQuota = { readonly [Name in keyof QuotaSettings]?: QuotaSettings[Name] | undefined };

/**
 * @throws {ServiceError} 400 for a quota that lacks limit or period, for negative figures, or for an offset that the period
 *   does not allow
 */
export function readQuota({ limit, offset = 0, period }: PartialQuota): QuotaSettings {
  if (limit === undefined || period === undefined) throw badRequest('A usage plan quota needs a limit and a period');
  if (limit < 0 || offset < 0) throw badRequest('Usage Plan quota limit and offset must not be negative');
  const most = LIMITS.quotaOffset[period];
  if (offset > most) {
    throw badRequest(
      most === 0
        ? `Usage Plan quota offset must be zero in the ${period} period`
        : `Usage Plan quota offset must be between 0 and ${most} inclusive in the ${period} period`,
    );
  }
  return { limit, offset, period };
}

/** @throws {ServiceError} 400 for negative limits */
export function checkThrottles({ throttle, apiStages }: Pick<UsagePlan, 'throttle' | 'apiStages'>): void {
  const all = [throttle, ...apiStages.flatMap((stage) => Object.values(stage.throttle ?? {}))];
  for (const { burstLimit = 0, rateLimit = 0 } of all.filter((one) => one !== undefined)) {
    if (burstLimit < 0 || rateLimit < 0) throw badRequest('Usage Plan throttle limits must not be negative');
  }
}

/** A throttle without what was not given. */
export function readThrottle(input: {
  readonly burstLimit?: number | undefined;
  readonly rateLimit?: number | undefined;
}): ThrottleSettings {
  return {
    ...(input.burstLimit !== undefined && { burstLimit: input.burstLimit }),
    ...(input.rateLimit !== undefined && { rateLimit: input.rateLimit }),
  };
}
