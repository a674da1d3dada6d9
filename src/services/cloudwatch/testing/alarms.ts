import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '../../../aws/index.ts';
import { createMetricStore, type FileMetricStore } from '../../../metrics/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { alarmHandlers, createAlarmRounds, createDeliveryDesk, type DeliveryDesk } from '../alarms/index.ts';
import type { CloudWatchContext } from '../context.ts';

export const SCOPE: Scope = { accountId: '111122223333', region: 'us-east-1' };
export const NOW_MS = Date.parse('2026-11-27T10:00:30Z');

/** In alarm after a minute with an error. */
export const ALARM = {
  AlarmName: 'errors',
  Namespace: 'App',
  MetricName: 'Errors',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  DatapointsToAlarm: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
} as const;

/** Alarms over real stores, and a clock that stands still until it is set. */
export interface TestAlarms {
  readonly api: ReturnType<typeof alarmHandlers>;
  readonly context: CloudWatchContext;
  readonly store: Store;
  readonly metrics: FileMetricStore;
  readonly desk: DeliveryDesk;
  readonly clock: { nowMs: number };
  call(): Call;
  /** Evaluates what is due. @returns when the next is */
  run(): Promise<number | undefined>;
  /** One value of the metric `Errors` of `App`, at the clock's time or some other. */
  measure(value: number, timestampMs?: number, metricName?: string): Promise<void>;
  stateOf(name: string): Promise<string | undefined>;
  end(): Promise<void>;
}

export async function startAlarms(): Promise<TestAlarms> {
  const store = await openSqliteStore({ path: ':memory:' });
  const folder = await mkdtemp(join(tmpdir(), 'alarms-'));
  const clock = { nowMs: NOW_MS };
  const metrics = createMetricStore({ folder, now: () => clock.nowMs });
  const failures: unknown[] = [];
  const context: CloudWatchContext = {
    store,
    metrics,
    alarmActions: { webhooks: new Set(['ops']), emails: new Set(['ops']) },
    alarmsChanged: () => undefined,
    alarmFailed: (_, error) => void failures.push(error),
    uuid: randomUUID,
  };
  const api = alarmHandlers(context);
  const rounds = createAlarmRounds(context);
  const arn = `arn:aws:iam::${SCOPE.accountId}:root`;
  const principal = { arn, accountId: SCOPE.accountId, userId: SCOPE.accountId, accessKeyId: 'AKIAROOT' };
  const call = () => ({ scope: SCOPE, principal, requestId: randomUUID(), nowMs: clock.nowMs });
  return {
    api,
    context,
    store,
    metrics,
    desk: createDeliveryDesk(context),
    clock,
    call,
    async run() {
      const dueAtMs = await rounds.run(clock.nowMs);
      if (failures.length > 0) throw failures[0];
      return dueAtMs;
    },
    measure: (value, timestampMs = clock.nowMs, metricName = 'Errors') =>
      metrics.put(SCOPE, [
        {
          namespace: 'App',
          metricName,
          dimensions: [],
          timestampMs,
          unit: 'Count',
          storageResolution: 60,
          sample: { value },
        },
      ]),
    async stateOf(name) {
      const { MetricAlarms = [], CompositeAlarms = [] } = await api.describeAlarms(
        { AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
        call(),
      );
      return [...MetricAlarms, ...CompositeAlarms][0]?.StateValue;
    },
    async end() {
      await metrics.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
