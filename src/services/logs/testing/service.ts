import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../../../aws/index.ts';
import { createLogStore } from '../../../log-store/index.ts';
import type { LogStore } from '../../../model/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createLogsService, type LogsService } from '../index.ts';

export const ACCOUNT_ID = '111111111111';
export const NOW_MS = Date.parse('2026-01-31T12:00:00Z');

/** The service over real stores, the one of documents in memory. */
export interface TestLogs {
  readonly api: LogsService['handlers'];
  readonly service: LogsService;
  readonly logs: LogStore;
  readonly warnings: string[];
  stop(): Promise<void>;
}

/** @param folder where log events lie */
export async function startLogs(
  folder: string,
  options: { readonly reservedBytes?: number; readonly now?: () => number } = {},
): Promise<TestLogs> {
  const store = await openSqliteStore({ path: ':memory:' });
  const warnings: string[] = [];
  const warn = (message: string): void => void warnings.push(message);
  const { reservedBytes = 0, now = () => NOW_MS } = options;
  const logs = createLogStore({ folder, reservedBytes, nowMs: () => performance.now(), warn });
  const service = createLogsService({
    store,
    logs,
    metrics: { put: async () => undefined },
    functions: {
      invoke: async () => ({ kind: 'refused', reason: 'ServiceFailure', message: 'There are no functions.' }),
    },
    uuid: randomUUID,
    elapsed: countMs,
    sleep: (ms) => sleep(ms),
    nextTurn: () => nextTurn(),
    now,
    warn,
  });
  return {
    api: service.handlers,
    service,
    logs,
    warnings,
    async stop() {
      await logs.close();
      await store.close();
    },
  };
}

export function call({ region = 'us-east-1', nowMs = NOW_MS }: { region?: string; nowMs?: number } = {}): Call {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:root`;
  const principal = { arn, accountId: ACCOUNT_ID, userId: ACCOUNT_ID, accessKeyId: 'AKIAROOT' };
  return { scope: { accountId: ACCOUNT_ID, region }, principal, requestId: randomUUID(), nowMs };
}

function countMs(): () => number {
  const startedAtMs = performance.now();
  return () => performance.now() - startedAtMs;
}
