import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PacedWork } from '../../../event-loop/index.ts';
import { packEvents } from '../../../log-records/index.ts';
import { createLogStore } from '../../../log-store/index.ts';
import type { LogBatch, LogStore } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { logGroups } from '../groups/document.ts';
import { createIngestion } from './index.ts';

const HERE = { accountId: '111111111111', region: 'us-east-1' };
const NOW_MS = Date.parse('2026-01-31T12:00:00Z');
let folder: string;
let store: Store;
let logs: LogStore & { close(): Promise<void> };
let ingest: (batches: readonly LogBatch[]) => Promise<void>;
const warn = vi.fn();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-logs-'));
  store = await openSqliteStore({ path: ':memory:' });
  logs = createLogStore({ folder, reservedBytes: 0, nowMs: () => performance.now(), warn });
  ingest = createIngestion({ store, logs, now: () => NOW_MS, warn });
  warn.mockClear();
});
afterEach(async () => {
  await logs.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const batch = (logGroup: string, logStream: string, message: string, scope = HERE): LogBatch => ({
  scope,
  logGroup,
  logStream,
  records: packEvents([{ timestampMs: NOW_MS, message }]),
});

async function kept(name: string, scope = HERE): Promise<string[]> {
  const found: string[] = [];
  for await (const page of logs.read({ scope, name }, { direction: 'forward' }))
    found.push(...page.map(({ message }) => message));
  return found;
}

// What a worker sends of a busy function: a batch for each of its instances (docs/decisions/0039).
it('looks once for the group of batches that follow each other', async () => {
  const looks = vi.spyOn(store, 'get');
  await ingest(['1', '2', '3', '4'].map((stream) => batch('/aws/lambda/pets', stream, stream)));
  expect(await kept('/aws/lambda/pets')).toEqual(['1', '2', '3', '4']);
  expect(looks).toHaveBeenCalledOnce();
});

it('makes each group that is not there, and tells them apart by where they are', async () => {
  const there = { ...HERE, region: 'eu-west-1' };
  const other = { ...HERE, accountId: '222222222222' };
  await ingest([
    batch('a', 's', '1'),
    batch('a', 's', '2', there),
    batch('a', 's', '3', other),
    batch('b', 's', '4'),
    batch('a', 's', '5'),
  ]);
  expect(await kept('a')).toEqual(['1', '5']);
  expect(await kept('a', there)).toEqual(['2']);
  expect(await kept('a', other)).toEqual(['3']);
  for (const [scope, name] of [
    [HERE, 'a'] as const,
    [there, 'a'] as const,
    [other, 'a'] as const,
    [HERE, 'b'] as const,
  ]) {
    expect(await store.get(logGroups, scope, name)).toMatchObject({ value: { createdAtMs: NOW_MS } });
  }
});

it('looks again with the next delivery, for somebody may have deleted it', async () => {
  await ingest([batch('a', 's', '1')]);
  await store.transact((tx) => tx.delete(logGroups, HERE, 'a'));
  await ingest([batch('a', 's', '2')]);
  expect(await store.get(logGroups, HERE, 'a')).toBeDefined();
});

it('looks again where it has been deleted in the middle of one', async () => {
  const work = new PacedWork({ atOnceMs: 0, restMs: 500 });
  const paced = createIngestion({ store, logs, now: () => NOW_MS, work, warn });
  const ingested = paced([batch('a', 's', '1'), batch('a', 's', '2')]);
  await expect.poll(() => kept('a')).toEqual(['1']);
  await store.transact((tx) => tx.delete(logGroups, HERE, 'a'));
  await logs.deleteGroup({ scope: HERE, name: 'a' });
  await ingested;
  expect(await kept('a')).toEqual(['2']);
  expect(await store.get(logGroups, HERE, 'a')).toBeDefined();
});

it('looks for it again as long as it cannot be made anew', async () => {
  const work = new PacedWork({ atOnceMs: 0, restMs: 500 });
  const paced = createIngestion({ store, logs, now: () => NOW_MS, work, warn });
  const ingested = paced([batch('a', 's', '1'), batch('a', 's', '2'), batch('a', 's', '3')]);
  await expect.poll(() => kept('a')).toEqual(['1']);
  await store.transact((tx) => tx.delete(logGroups, HERE, 'a'));
  vi.spyOn(store, 'transact').mockRejectedValueOnce(new Error('The disk is gone.'));
  await logs.deleteGroup({ scope: HERE, name: 'a' });
  await ingested;
  expect(await kept('a')).toEqual(['3']);
  expect(await store.get(logGroups, HERE, 'a')).toBeDefined();
});

it('goes on after a group that cannot be made', async () => {
  vi.spyOn(store, 'transact').mockRejectedValueOnce(new Error('The disk is gone.'));
  await ingest([batch('a', 's', '1'), batch('a', 's', '2')]);
  expect(await kept('a')).toEqual(['2']);
  expect(await store.get(logGroups, HERE, 'a')).toBeDefined();
  expect(warn.mock.calls.map(([message]) => message)).toEqual([
    'Log events cannot be kept; they are lost until they can.',
    'Log events are written again.',
  ]);
});
