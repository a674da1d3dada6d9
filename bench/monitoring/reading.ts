import { request } from 'node:http';
import { join } from 'node:path';
import { SignatureV4 } from '@smithy/signature-v4';
import { createMetricStore } from '../../src/metrics/index.ts';
import { credentials, startSallyport, temporaryFolder } from '../../test/support/sallyport.ts';
import { Sha256 } from '../../test/support/sha256.ts';
import { treeUsage } from '../support/process-tree.ts';

const ROUNDS = 9;
const DAYS = 30;
const MINUTE_MS = 60_000;
const DAY_SECONDS = 86_400;
const scope = { accountId: '000000000000', region: 'us-east-1' };

/** What it took until the last byte of `GetMetricData` over a month of minutes had come. */
export interface Reading {
  readonly wallMs: number[];
  /** Of the server's processes. */
  readonly cpuMs: number[];
}

/** By statistic and period. */
export async function readingTimes(): Promise<ReadonlyMap<string, Reading>> {
  const folder = await temporaryFolder();
  const endMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const startMs = endMs - DAYS * DAY_SECONDS * 1_000;
  await fill(join(folder.path, 'metrics'), startMs, endMs);
  const server = await startSallyport(['--data-dir', folder.path, '--metric-retention', '31,63,455']);
  const times = new Map<string, Reading>();
  const cpuMs = () => treeUsage(server.process.pid ?? 0).cpuMs;
  for (const [stat, period] of [
    ['Sum', 60],
    ['p99', 60],
    ['Sum', 3_600],
    ['p99', 3_600],
  ] as const) {
    const all: Reading = { wallMs: [], cpuMs: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const beganMs = performance.now();
      const usedMs = cpuMs();
      await getMetricData(server.controlUrl, { stat, period, startMs, endMs });
      if (round === 0) continue;
      all.wallMs.push(performance.now() - beganMs);
      all.cpuMs.push(cpuMs() - usedMs);
    }
    times.set(`${stat}, ${(DAYS * DAY_SECONDS) / period} periods of ${period} s`, all);
  }
  await server.stop();
  await folder.remove();
  return times;
}

/** A latency a minute of some hundred requests, as a gateway would have kept it. */
async function fill(folder: string, startMs: number, endMs: number): Promise<void> {
  let nowMs = startMs;
  const retention = { 1: 10_800, 60: 31 * DAY_SECONDS, 300: 63 * DAY_SECONDS, 3600: 455 * DAY_SECONDS };
  const store = createMetricStore({ folder, retention, now: () => nowMs });
  for (; nowMs < endMs; nowMs += MINUTE_MS) {
    const values = Array.from({ length: 100 }, (_, n) => 1 + ((n * 7 + nowMs / MINUTE_MS) % 100) / 3);
    await store.put(scope, [
      {
        ...{ namespace: 'Bench', metricName: 'Latency', dimensions: [], unit: 'Milliseconds', storageResolution: 60 },
        timestampMs: nowMs,
        sample: { values, counts: values.map(() => 1) },
      },
    ]);
    if ((nowMs / MINUTE_MS) % 60 === 0) await store.maintain();
  }
  await store.close();
}

interface Wanted {
  readonly stat: string;
  readonly period: number;
  readonly startMs: number;
  readonly endMs: number;
}

async function getMetricData(url: string, { stat, period, startMs, endMs }: Wanted): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const body = JSON.stringify({
    StartTime: startMs / 1_000,
    EndTime: endMs / 1_000,
    MetricDataQueries: [
      {
        Id: 'm',
        MetricStat: { Metric: { Namespace: 'Bench', MetricName: 'Latency' }, Period: period, Stat: stat },
      },
    ],
  });
  const signer = new SignatureV4({ service: 'monitoring', region: 'us-east-1', credentials, sha256: Sha256 });
  const headers = {
    host,
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData',
  };
  const target = { method: 'POST', protocol: 'http:', hostname, port: Number(port), path: '/' };
  const signed = await signer.sign({ ...target, headers, body });
  await new Promise<void>((resolve, reject) => {
    const call = request({ ...target, headers: signed.headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`GetMetricData was answered with ${response.statusCode}.`));
      response.resume().on('end', resolve);
    });
    call.on('error', reject);
    call.end(body);
  });
}
