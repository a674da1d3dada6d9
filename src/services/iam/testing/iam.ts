import { randomBytes, randomUUID } from 'node:crypto';
import type { Call } from '../../../aws/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createIamService, type IamService } from '../index.ts';

export const ACCOUNT_ID = '123456789012';
/** Where nobody has made anything. */
export const OTHER_ACCOUNT_ID = '999999999999';
export const NOW_MS = Date.UTC(2026, 10, 28);
/** AWS's own policies, and one of the account's. */
export const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
export const OWN_POLICY = `arn:aws:iam::${ACCOUNT_ID}:policy/p`;
export const DOCUMENT = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
export const TRUST =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}';

/** A call by an account's root user. */
export function callOf(accountId = ACCOUNT_ID): Call {
  return {
    scope: { accountId, region: 'us-east-1' },
    principal: { arn: `arn:aws:iam::${accountId}:root`, accountId, userId: accountId, accessKeyId: 'AKIAROOT' },
    requestId: randomUUID(),
    nowMs: NOW_MS,
  };
}

export interface OpenIam {
  readonly iam: Required<IamService['handlers']>;
  readonly service: IamService;
}

/** The service over a store of its own. */
export async function openIam(): Promise<OpenIam> {
  const service = createIamService({
    store: await openSqliteStore({ path: ':memory:' }),
    accountIds: [ACCOUNT_ID, OTHER_ACCOUNT_ID],
    randomBytes,
    identitiesChanged: async () => undefined,
  });
  return { service, iam: service.handlers as Required<IamService['handlers']> };
}
