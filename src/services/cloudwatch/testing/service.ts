import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '../../../aws/index.ts';
import { createMetricStore } from '../../../metrics/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createCloudWatchService } from '../index.ts';

export const ACCOUNT_ID = '111111111111';
export const NOW_MS = Date.parse('2026-01-31T12:00:00Z');

/** The service over real stores. */
export async function startCloudWatch(options: { readonly maxSeries?: number } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cloudwatch-'));
  const store = await openSqliteStore({ path: ':memory:' });
  const metrics = createMetricStore({ folder: join(folder, 'metrics'), now: () => NOW_MS, ...options });
  const { handlers } = createCloudWatchService({
    store,
    metrics,
    alarmActions: { webhooks: new Set(), emails: new Set() },
    alarmsChanged: () => undefined,
    alarmFailed: () => undefined,
    uuid: randomUUID,
  });
  return {
    api: handlers,
    metrics,
    store,
    async stop() {
      await metrics.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

export function call({ region = 'us-east-1', nowMs = NOW_MS }: { region?: string; nowMs?: number } = {}): Call {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:root`;
  const principal = { arn, accountId: ACCOUNT_ID, userId: ACCOUNT_ID, accessKeyId: 'AKIAROOT' };
  return { scope: { accountId: ACCOUNT_ID, region }, principal, requestId: randomUUID(), nowMs };
}
