import { randomUUID } from 'node:crypto';
import type { Call } from '../../../aws/index.ts';
import type { ClientIdentity } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { type AcmService, createAcmService } from '../index.ts';

export const ACCOUNT_ID = '111111111111';
export const NOW_MS = Date.parse('2026-01-31T12:00:00Z');

/** The service over a real store in memory, and what it told others. */
export interface TestAcm {
  readonly acm: AcmService;
  readonly api: AcmService['handlers'];
  readonly store: Store;
  /** What is shown to clients. */
  readonly published: Map<string, ClientIdentity>;
  /** ARNs that were ordered. */
  readonly ordered: string[];
  /** What refers to a certificate, by its ARN. */
  readonly users: Map<string, string[]>;
  /** How often that was asked for: it reads every domain name. */
  timesAsked(): number;
}

/** @param unavailable why no certificate can be requested */
export async function startAcm(unavailable?: string): Promise<TestAcm> {
  const store = await openSqliteStore({ path: ':memory:' });
  const published = new Map<string, ClientIdentity>();
  const ordered: string[] = [];
  const users = new Map<string, string[]>();
  let asked = 0;
  const acm = createAcmService({
    store,
    publisher: {
      certificateChanged: async (arn, identity) => void published.set(arn, identity),
      certificateRemoved: async (arn) => void published.delete(arn),
    },
    issuer: { unavailableReason: () => unavailable, order: (arn) => void ordered.push(arn) },
    users: async () => {
      asked += 1;
      return users;
    },
    uuid: randomUUID,
  });
  return { acm, api: acm.handlers, store, published, ordered, users, timesAsked: () => asked };
}

export function call({ region = 'us-east-1', nowMs = NOW_MS }: { region?: string; nowMs?: number } = {}): Call {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:root`;
  const principal = { arn, accountId: ACCOUNT_ID, userId: ACCOUNT_ID, accessKeyId: 'AKIAROOT' };
  return { scope: { accountId: ACCOUNT_ID, region }, principal, requestId: randomUUID(), nowMs };
}
