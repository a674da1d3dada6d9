import { expect, test } from 'vitest';
import { ChangesGoneError, StoreClosedError } from '../errors.ts';
import { defineKind } from '../store.ts';
import { describeChange, HERE, listIds, NOTES, putNote, type StoreUnderTest, withStore } from './harness.ts';

export function lifeContract(subject: StoreUnderTest): void {
  test(
    'reset deletes every document of every kind and scope, says so in the feed, and counts on',
    withStore(subject, async (store) => {
      const other = defineKind<number>('Other');
      await putNote(store, 'a');
      await store.transact((tx) => tx.put(other, { accountId: '1', region: 'r' }, 'b', 1));
      const before = await store.lastSequence();
      const heard: string[][] = [];
      await store.changes(before, (changes) => heard.push(changes.map(describeChange).sort()));
      await Promise.all([putNote(store, 'c'), store.reset()]);
      expect(await store.scan(NOTES)).toEqual([]);
      expect(await store.scan(other)).toEqual([]);
      expect(heard).toEqual([['put Note c v1'], ['delete Note a v1', 'delete Note c v1', 'delete Other b v1']]);
      expect(await store.lastSequence()).toBeGreaterThan(before);
      await putNote(store, 'a');
      expect(await store.get(NOTES, HERE, 'a')).toMatchObject({ version: 1 });
    }),
  );

  test(
    'close lets the transactions that were begun finish, and refuses everything after it',
    withStore(subject, async (store) => {
      const begun = [putNote(store, 'a'), putNote(store, 'b')];
      const closed = store.close();
      await expect(Promise.all(begun)).resolves.toBeDefined();
      await closed;
      await store.close();
      await expect(store.get(NOTES, HERE, 'a')).rejects.toThrow(StoreClosedError);
      await expect(putNote(store, 'c')).rejects.toThrow(StoreClosedError);
      await expect(store.changes(0, () => undefined)).rejects.toThrow(StoreClosedError);
      await expect(store.lastSequence()).rejects.toThrow(StoreClosedError);
      await expect(store.reset()).rejects.toThrow(StoreClosedError);
    }),
  );

  const { reopen } = subject;
  if (reopen === undefined) return;
  test('documents, versions and the feed outlive the store', async () => {
    let store = await subject.create(10);
    await putNote(store, 'a', 'old');
    await putNote(store, 'a', 'kept');
    await Promise.all([putNote(store, 'b'), putNote(store, 'c')]);
    const last = await store.lastSequence();
    store = await reopen(store);
    expect(await store.get(NOTES, HERE, 'a')).toMatchObject({ version: 2, value: { text: 'kept' } });
    expect(await listIds(store)).toEqual(['a', 'b', 'c']);
    expect(await store.lastSequence()).toBe(last);
    const heard: string[][] = [];
    await store.changes(0, (changes) => heard.push(changes.map(describeChange)));
    await putNote(store, 'd');
    expect(heard.map((lines) => lines.join())).toEqual([
      'put Note a v1',
      'put Note a v2',
      'put Note b v1',
      'put Note c v1',
      'put Note d v1',
    ]);
    for (let index = 0; index < 9; index++) await putNote(store, `n${index}`);
    store = await reopen(store);
    // Fourteen transactions were made and ten are kept, also when the process never lives long.
    await expect(store.changes(0, () => undefined)).rejects.toThrow(ChangesGoneError);
    await store.close();
  });
}
