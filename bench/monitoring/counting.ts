import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetricStore } from '../../src/metrics/index.ts';
import type { ServedRequest, ServedStage } from '../../src/model/index.ts';
import { cloudWatchDataOf, createTelemetry } from '../../src/telemetry/index.ts';

const ROUNDS = 9;
const REQUESTS = 200_000;
const STAGES = 100;

const scope = { accountId: '000000000000', region: 'us-east-1' };
const stageOf = (n: number): ServedStage => ({ apiId: `api${n}`, apiName: `pets${n}`, stage: 'dev', scope });

function requests(): readonly ServedRequest[] {
  return Array.from({ length: 1_000 }, (_, n) => ({
    requestId: '0b2f1d6c-5a51-4d7f-9a3c-6f6f0c8f7a11',
    extendedRequestId: 'FiV9AHvHoAMFtsg=',
    requestTimeEpoch: Date.now(),
    sourceIp: '127.0.0.1',
    httpMethod: 'GET',
    path: `/dev/pets/${n}`,
    resourcePath: '/pets/{id}',
    protocol: 'HTTP/1.1',
    userAgent: 'bench',
    status: n % 50 === 0 ? 404 : 200,
    responseLength: 67,
    latencyMs: 0.4 + (n % 97) / 10,
    integrationLatencyMs: 0.3 + (n % 97) / 11,
    cacheResult: undefined,
  }));
}

/** CPU time of this process for some work, in microseconds. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Microseconds of CPU that a request costs where it is counted alone, and where it is written to the access log, too. */
export async function countingCost(): Promise<{ readonly metrics: number[]; readonly withLog: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const plain = createTelemetry(() => undefined);
  const logging = createTelemetry(() => undefined);
  logging.openAccessLog(join(folder, 'access.log'));
  const served = requests();
  const perRequest = ({ observeStage, take }: typeof plain) => {
    const observe = observeStage(stageOf(0));
    const cpu = cpuOf(() => {
      for (let n = 0; n < REQUESTS; n++) observe(served[n % 1_000] as ServedRequest);
      take();
    });
    return cpu / REQUESTS;
  };
  const result = { metrics: [] as number[], withLog: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const [metrics, withLog] = [perRequest(plain), perRequest(logging)];
    if (round === 0) continue;
    result.metrics.push(metrics);
    result.withLog.push(withLog);
  }
  await logging.close();
  await rm(folder, { recursive: true });
  return result;
}

/** Milliseconds of CPU for what a hundred stages that are all in use count in a second. */
export async function keepingCost(): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const store = createMetricStore({ folder, now: Date.now });
  const telemetry = createTelemetry(() => undefined);
  const served = requests();
  const observers = Array.from({ length: STAGES }, (_, n) => telemetry.observeStage(stageOf(n)));
  const costs: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const observe of observers) for (const request of served) observe(request);
    const before = process.cpuUsage();
    const counted = telemetry.take();
    await store.put(
      scope,
      counted.flatMap((counts) => cloudWatchDataOf(counts, Date.now())),
    );
    const { user, system } = process.cpuUsage(before);
    if (round > 0) costs.push((user + system) / 1_000);
  }
  await store.close();
  await rm(folder, { recursive: true });
  return costs;
}
