import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Call } from '../../../aws/index.ts';
import { type ClosableLogStore, createLogStore } from '../../../log-store/index.ts';
import type { InvocationRequest, InvocationResult, MetricDatum } from '../../../model/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { createLogsService, type LogsService } from '../index.ts';
import { ACCOUNT_ID, call as callAt, NOW_MS } from './service.ts';

const SCOPE = { accountId: ACCOUNT_ID, region: 'eu-west-1' };
const LAST_DIGITS = 12;

/** The service over real stores, with a clock and functions of the test's own. */
export interface FollowedLogs {
  readonly service: LogsService;
  readonly api: LogsService['handlers'];
  readonly logs: ClosableLogStore;
  /** Data that came to the metric store. */
  readonly metrics: MetricDatum[];
  /** What functions were called with. */
  readonly calls: InvocationRequest[];
  readonly warnings: string[];
  readonly clock: { nowMs: number };
  /** How the next calls of functions and of the metric store end; absent for well. And what is waited for before time goes on. */
  readonly outcome: { call?: InvocationResult; put?: () => Promise<void>; sleep?: () => Promise<void> };
  call(): Call;
  /** A group with a stream `one`. */
  makeGroup(name: string): Promise<void>;
  put(group: string, ...messages: readonly string[]): Promise<void>;
  /** As `POST /_sallyport/reset` does. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function startFollowedLogs(): Promise<FollowedLogs> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-logs-'));
  const store = await openSqliteStore({ path: ':memory:' });
  const clock = { nowMs: NOW_MS };
  const metrics: MetricDatum[] = [];
  const calls: InvocationRequest[] = [];
  const warnings: string[] = [];
  const outcome: FollowedLogs['outcome'] = {};
  const warn = (message: string) => void warnings.push(message);
  const logs = createLogStore({ folder, nowMs: () => performance.now(), warn });
  let ids = 0;
  const accepted = {
    kind: 'invoked',
    statusCode: 202,
    payload: Buffer.alloc(0),
    logTail: '',
    executedVersion: '1',
  } as const;
  const service = createLogsService({
    store,
    logs,
    metrics: {
      async put(_scope, data) {
        await outcome.put?.();
        metrics.push(...data);
      },
    },
    functions: {
      async invoke(request) {
        calls.push(request);
        return outcome.call ?? accepted;
      },
    },
    uuid() {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(LAST_DIGITS, '0')}`;
    },
    now: () => clock.nowMs,
    elapsed: () => () => 0,
    // A second goes by at once.
    async sleep(ms) {
      await outcome.sleep?.();
      clock.nowMs += ms;
      await setImmediate();
    },
    nextTurn: () => setImmediate(),
    warn,
  });
  const call = (): Call => callAt({ region: SCOPE.region, nowMs: clock.nowMs });
  return {
    service,
    api: service.handlers,
    logs,
    metrics,
    calls,
    warnings,
    clock,
    outcome,
    call,
    async makeGroup(logGroupName) {
      await service.handlers.createLogGroup({ logGroupName }, call());
      await service.handlers.createLogStream({ logGroupName, logStreamName: 'one' }, call());
    },
    async put(name, ...messages) {
      const events = messages.map((message) => ({ timestampMs: clock.nowMs, message }));
      await logs.append({ scope: SCOPE, name }, 'one', events, clock.nowMs);
    },
    async reset() {
      await store.reset();
      await logs.clear();
    },
    async close() {
      await logs.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
