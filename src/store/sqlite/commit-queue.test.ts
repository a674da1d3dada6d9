import { expect, test } from 'vitest';
import { defineKind } from '../store.ts';
import { CommitQueue } from './commit-queue.ts';
import type { DocumentSource } from './document-source.ts';
import type { WriteBuffer } from './write-buffer.ts';

const kind = defineKind<string>('Note');
const scope = { accountId: '000000000000', region: 'us-east-1' };
const nothing: DocumentSource = { get: () => undefined, range: () => [], scan: () => [], kinds: () => [] };

/** The ids that each commit wrote. */
function recorder() {
  const commits: string[][] = [];
  const commit = (transactions: readonly WriteBuffer[]) => {
    commits.push(transactions.flatMap((writes) => writes.effective().map(({ id }) => id)));
  };
  return { commits, commit };
}

test('transactions that come together share one commit, later ones have their own', async () => {
  const { commits, commit } = recorder();
  const queue = new CommitQueue(nothing, commit);
  await Promise.all(['a', 'b', 'c'].map((id) => queue.run((tx) => tx.put(kind, scope, id, id))));
  await queue.run((tx) => tx.put(kind, scope, 'd', 'd'));
  expect(commits).toEqual([['a', 'b', 'c'], ['d']]);
});

test('a transaction that only reads commits nothing', async () => {
  const { commits, commit } = recorder();
  await new CommitQueue(nothing, commit).run((tx) => tx.get(kind, scope, 'a'));
  expect(commits).toEqual([]);
});

test('nobody hears of a result, good or bad, before it is on disk', async () => {
  const events: string[] = [];
  const queue = new CommitQueue(nothing, () => events.push('commit'));
  const good = queue.run((tx) => tx.put(kind, scope, 'a', '')).then(() => events.push('resolved'));
  const bad = queue
    .run(async (tx) => {
      // Refused because of what the other wrote, which may still fail to reach the disk.
      await tx.put(kind, scope, 'a', '', 0);
    })
    .catch(() => events.push('rejected'));
  await Promise.all([good, bad]);
  expect(events).toEqual(['commit', 'resolved', 'rejected']);
});

test('a commit that fails rejects the whole batch, and the next batch is not touched by it', async () => {
  const { commits, commit } = recorder();
  const full = new Error('the disk is full');
  let failures = 1;
  const queue = new CommitQueue(nothing, (transactions) => {
    if (failures-- > 0) throw full;
    commit(transactions);
  });
  const outcomes = await Promise.allSettled([
    queue.run((tx) => tx.put(kind, scope, 'a', '')),
    queue.run((tx) => tx.get(kind, scope, 'a')),
  ]);
  expect(outcomes).toEqual([
    { status: 'rejected', reason: full },
    { status: 'rejected', reason: full },
  ]);
  expect(await queue.run((tx) => tx.get(kind, scope, 'a'))).toBeUndefined();
  await queue.run((tx) => tx.put(kind, scope, 'b', ''));
  expect(commits).toEqual([['b']]);
});

test('a stream of transactions is committed in batches of at most 128', async () => {
  const { commits, commit } = recorder();
  const queue = new CommitQueue(nothing, commit);
  await Promise.all(Array.from({ length: 300 }, (_, n) => queue.run((tx) => tx.put(kind, scope, String(n), ''))));
  expect(commits.map((ids) => ids.length)).toEqual([128, 128, 44]);
});
