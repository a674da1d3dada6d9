import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask, OPERATOR } from '../testing/ask.ts';
import { createDataSize, systemEndpoint } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'system-'));
});
afterEach(() => rm(folder, { recursive: true }));

const load = {
  utilization: 0.5,
  delayP99Ms: 1.5,
  cpu: 0.25,
  rssBytes: 7,
  connections: 3,
  upstreamConnections: 2,
  waiting: 1,
};

it('tells of processes, decisions and the disk, to the operator', async () => {
  const endpoint = systemEndpoint({
    operatorAccountId: OPERATOR,
    version: '1.2.3',
    pool: {
      workers: () => [
        { pid: 7, startedAtMs: 0, served: { requests: 9, perSecond: 2 }, load },
        { pid: 8, startedAtMs: 0, served: { requests: 0, perSecond: 0 }, load: undefined },
      ],
      replaced: 1,
    },
    scaler: () => ({
      decisions: { grown: 2, shrunk: 1 },
      history: [{ atMs: 1_000, from: 1, workers: 2, reason: 'busy' }],
    }),
    limits: { minWorkers: 1, maxWorkers: 4 },
    dataDirectory: '/data',
    dataSize: async () => ({ bytes: 5, parts: { 'store.db': 5 } }),
    now: Date.now,
  });
  const { demands, answer } = await ask([endpoint], { target: '/_sallyport/system' });
  expect(demands).toEqual([{ action: 'sallyport:GetSystem', resource: `arn:aws:sallyport::${OPERATOR}:system` }]);
  const worker = { startedAt: '1970-01-01T00:00:00.000Z' };
  expect(answer).toMatchObject({
    version: '1.2.3',
    nodeVersion: process.version,
    control: { pid: process.pid, rssBytes: expect.any(Number) },
    workers: [
      { ...worker, pid: 7, requests: 9, requestsPerSecond: 2, ...load },
      { ...worker, pid: 8, requests: 0, requestsPerSecond: 0 },
    ],
    scaling: {
      minWorkers: 1,
      maxWorkers: 4,
      grown: 2,
      shrunk: 1,
      replaced: 1,
      decisions: [{ at: '1970-01-01T00:00:01.000Z', from: 1, to: 2, reason: 'busy' }],
    },
    data: { directory: '/data', bytes: 5, parts: { 'store.db': 5 } },
  });
});

it('a folder is as large as its files, counted once a minute', async () => {
  let nowMs = 0;
  const size = createDataSize(folder, () => nowMs);
  await mkdir(join(folder, 'logs/a'), { recursive: true });
  await writeFile(join(folder, 'logs/a/1'), 'x'.repeat(30));
  await writeFile(join(folder, 'logs/2'), 'x'.repeat(3));
  await writeFile(join(folder, 'store.db'), 'x'.repeat(50));
  await symlink('/', join(folder, 'logs/outside'));
  const counted = { bytes: 83, parts: { 'store.db': 50, logs: 33 } };
  expect(await size()).toEqual(counted);
  await writeFile(join(folder, 'store.db'), 'x'.repeat(60));
  nowMs = 59_999;
  expect(await size()).toEqual(counted);
  nowMs = 60_000;
  expect((await size()).bytes).toBe(93);
});
