import { expect, test } from 'vitest';
import { VersionConflictError } from '../errors.ts';
import { defineKind, type Transaction } from '../store.ts';
import { HERE, listIds, NOTES, putNote, type StoreUnderTest, withStore } from './harness.ts';

const COUNTERS = defineKind<number>('Counter');

async function increment(tx: Transaction): Promise<number> {
  const next = ((await tx.get(COUNTERS, HERE, 'n'))?.value ?? 0) + 1;
  await tx.put(COUNTERS, HERE, 'n', next);
  return next;
}

export function transactionsContract(subject: StoreUnderTest): void {
  test(
    'a transaction gives what its work gives, and sees its own writes',
    withStore(subject, async (store) => {
      for (const id of ['p/b', 'p/d', 'p/e', 'p/f', 'p/g']) await putNote(store, id);
      const seen = await store.transact(async (tx) => {
        await tx.put(NOTES, HERE, 'p/c', { text: 'new' });
        await tx.delete(NOTES, HERE, 'p/b');
        await tx.delete(NOTES, HERE, 'p/d');
        const listed = await tx.list(NOTES, HERE, { prefix: 'p/', limit: 3 });
        const scanned = await tx.scan(NOTES);
        return [await tx.get(NOTES, HERE, 'p/b'), listed.map(({ id }) => id), scanned.map(({ id }) => id)];
      });
      expect(seen).toEqual([undefined, ['p/c', 'p/e', 'p/f'], ['p/c', 'p/e', 'p/f', 'p/g']]);
    }),
  );

  test(
    'nobody outside sees a write before the commit',
    withStore(subject, async (store) => {
      await putNote(store, 'a', 'old');
      await store.transact(async (tx) => {
        await tx.put(NOTES, HERE, 'a', { text: 'new' });
        await tx.put(NOTES, HERE, 'b', { text: 'new' });
        expect((await store.get(NOTES, HERE, 'a'))?.value.text).toBe('old');
        expect(await listIds(store)).toEqual(['a']);
        expect((await store.scan(NOTES)).length).toBe(1);
      });
      expect(await listIds(store)).toEqual(['a', 'b']);
    }),
  );

  test(
    'work that rejects writes nothing, its own error comes out, and its neighbours are not touched',
    withStore(subject, async (store) => {
      const failure = new Error('mine');
      const outcomes = await Promise.allSettled([
        putNote(store, 'before'),
        store.transact(async (tx) => {
          await tx.put(NOTES, HERE, 'half', { text: '' });
          await tx.delete(NOTES, HERE, 'before');
          throw failure;
        }),
        putNote(store, 'after'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).toMatchObject({ reason: failure });
      expect(await listIds(store)).toEqual(['after', 'before']);
    }),
  );

  test(
    'transactions that run together give what they would give one after another',
    withStore(subject, async (store) => {
      const results = await Promise.all(Array.from({ length: 200 }, () => store.transact(increment)));
      expect(results.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
      expect(await store.get(COUNTERS, HERE, 'n')).toMatchObject({ value: 200, version: 200 });
    }),
  );

  test(
    'of two that must create the same document, one conflicts',
    withStore(subject, async (store) => {
      const create = (text: string) => store.transact((tx) => tx.put(NOTES, HERE, 'a', { text }, 0));
      const outcomes = await Promise.allSettled([create('one'), create('two')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: expect.any(VersionConflictError),
      });
    }),
  );

  test(
    'an expected version is compared with the stored one, and with what the transaction itself wrote',
    withStore(subject, async (store) => {
      await putNote(store, 'a');
      const put = (version: number) => store.transact((tx) => tx.put(NOTES, HERE, 'a', { text: 'x' }, version));
      await expect(put(0)).rejects.toThrow(VersionConflictError);
      await expect(put(2)).rejects.toThrow(VersionConflictError);
      await put(1);
      await store.transact(async (tx) => {
        await tx.put(NOTES, HERE, 'a', { text: 'y' }, 2);
        await tx.put(NOTES, HERE, 'a', { text: 'z' }, 3);
        await tx.delete(NOTES, HERE, 'a');
        await tx.put(NOTES, HERE, 'a', { text: 'anew' }, 0);
      });
      expect(await store.get(NOTES, HERE, 'a')).toMatchObject({ version: 1, value: { text: 'anew' } });
    }),
  );

  test(
    'delete says whether there was something, deletePrefix how many there were',
    withStore(subject, async (store) => {
      for (const id of ['p', 'p/a', 'p/b', 'p0']) await putNote(store, id);
      const answers = await store.transact(async (tx) => {
        await tx.put(NOTES, HERE, 'p/c', { text: '' });
        return [
          await tx.delete(NOTES, HERE, 'p/a'),
          await tx.delete(NOTES, HERE, 'p/a'),
          await tx.deletePrefix(NOTES, HERE, 'p/'),
          await tx.deletePrefix(NOTES, HERE, 'p/'),
        ];
      });
      expect(answers).toEqual([true, false, 2, 0]);
      expect(await listIds(store)).toEqual(['p', 'p0']);
    }),
  );

  test(
    'a transaction that has ended refuses to write and to read',
    withStore(subject, async (store) => {
      const escaped = await store.transact(async (tx) => ({ tx }));
      await expect(escaped.tx.put(NOTES, HERE, 'a', { text: '' })).rejects.toThrow('ended');
      await expect(escaped.tx.list(NOTES, HERE)).rejects.toThrow('ended');
      expect(await listIds(store)).toEqual([]);
    }),
  );
}
