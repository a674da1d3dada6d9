/** Security Token Service: who am I. Temporary credentials come with access control. */
import type { STS } from '@aws-sdk/client-sts';
import { type AccessRules, accessRules, type Handlers } from '../../aws/index.ts';

/** Anybody with good credentials may ask who he is. */
export const stsAccess: AccessRules = accessRules<Handlers<STS>>('sts', { getCallerIdentity: () => [] });

export function createStsService(): Handlers<STS> {
  return {
    /** API reference, `GetCallerIdentity`: needs no permission and cannot be denied. */
    async getCallerIdentity(_input, { principal }) {
      return { UserId: principal.userId, Account: principal.accountId, Arn: principal.arn };
    },
  };
}
