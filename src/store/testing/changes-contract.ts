import { expect, test } from 'vitest';
import { ChangesGoneError } from '../errors.ts';
import type { Change, Store } from '../store.ts';
import { describeChange, HERE, NOTES, putNote, type StoreUnderTest, withStore } from './harness.ts';

interface Subscriber {
  /** One array a transaction, each change as a short line. */
  readonly heard: string[][];
  readonly sequences: number[];
  readonly end: () => void;
}

async function subscribe(store: Store, since: number): Promise<Subscriber> {
  const heard: string[][] = [];
  const sequences: number[] = [];
  const end = await store.changes(since, (changes: readonly Change[]) => {
    heard.push(changes.map(describeChange));
    sequences.push(...changes.map(({ sequence }) => sequence));
  });
  return { heard, sequences, end };
}

export function changesContract(subject: StoreUnderTest): void {
  test(
    'every transaction is delivered once, in order, as what it did to each document',
    withStore(subject, async (store) => {
      const { heard, sequences } = await subscribe(store, 0);
      await putNote(store, 'a');
      await store.transact(async (tx) => {
        await tx.put(NOTES, HERE, 'a', { text: '2' });
        await tx.put(NOTES, HERE, 'a', { text: '3' });
        await tx.put(NOTES, HERE, 'b', { text: '1' });
      });
      await store.transact((tx) => tx.delete(NOTES, HERE, 'a'));
      expect(heard).toEqual([['put Note a v1'], ['put Note a v3', 'put Note b v1'], ['delete Note a v3']]);
      expect(sequences).toEqual([...new Set(sequences)].sort((x, y) => x - y));
      expect(await store.lastSequence()).toBe(sequences.at(-1));
    }),
  );

  test(
    'a change carries kind and scope',
    withStore(subject, async (store) => {
      const seen: Change[] = [];
      await store.changes(0, (changes) => seen.push(...changes));
      await putNote(store, 'a');
      expect(seen).toEqual([
        { sequence: expect.any(Number), kind: 'Note', scope: HERE, id: 'a', operation: 'put', version: 1 },
      ]);
    }),
  );

  test(
    'what changes nothing is not delivered: reading, failing, deleting nothing, making and deleting at once',
    withStore(subject, async (store) => {
      const { heard } = await subscribe(store, 0);
      await store.transact((tx) => tx.list(NOTES, HERE));
      await store.transact((tx) => tx.delete(NOTES, HERE, 'a'));
      await store.transact(async (tx) => {
        await tx.put(NOTES, HERE, 'a', { text: '' });
        await tx.delete(NOTES, HERE, 'a');
      });
      const failing = store.transact(async (tx) => {
        await tx.put(NOTES, HERE, 'a', { text: '' });
        throw new Error('mine');
      });
      await expect(failing).rejects.toThrow('mine');
      expect(heard).toEqual([]);
      expect(await store.lastSequence()).toBe(0);
    }),
  );

  test(
    'a subscriber first hears what it missed, then what comes',
    withStore(subject, async (store) => {
      await putNote(store, 'a');
      const since = await store.lastSequence();
      await Promise.all([putNote(store, 'b'), putNote(store, 'c')]);
      const late = await subscribe(store, since);
      expect(late.heard).toEqual([['put Note b v1'], ['put Note c v1']]);
      await putNote(store, 'd');
      expect(late.heard).toEqual([['put Note b v1'], ['put Note c v1'], ['put Note d v1']]);
      expect((await subscribe(store, 0)).heard.length).toBe(4);
      expect((await subscribe(store, await store.lastSequence())).heard).toEqual([]);
    }),
  );

  test(
    'a listener is called when its transaction can be read, before the writer goes on',
    withStore(subject, async (store) => {
      const readable: Promise<boolean>[] = [];
      await store.changes(0, (changes) => {
        for (const { id } of changes) readable.push(store.get(NOTES, HERE, id).then((note) => note !== undefined));
      });
      await putNote(store, 'a');
      expect(await Promise.all(readable)).toEqual([true]);
    }),
  );

  test(
    'a subscription that ended hears nothing more',
    withStore(subject, async (store) => {
      const ended = await subscribe(store, 0);
      const other = await subscribe(store, 0);
      ended.end();
      await putNote(store, 'a');
      expect(ended.heard).toEqual([]);
      expect(other.heard.length).toBe(1);
    }),
  );

  test(
    'a subscription made inside a listener misses nothing and hears nothing twice',
    withStore(subject, async (store) => {
      const inner: string[] = [];
      let begun = false;
      await store.changes(0, () => {
        if (begun) return;
        begun = true;
        void store.changes(0, (changes) => inner.push(...changes.map(({ id }) => id)));
      });
      await Promise.all([putNote(store, 'a'), putNote(store, 'b')]);
      await putNote(store, 'c');
      expect(inner).toEqual(['a', 'b', 'c']);
    }),
  );

  test(
    'the feed reaches back as far as promised; whoever asks for more is told so',
    withStore(
      subject,
      async (store) => {
        for (let index = 0; index < 60; index++) await putNote(store, `n${index}`);
        const last = await store.lastSequence();
        const heard = (await subscribe(store, last - 20)).heard;
        expect(heard.length).toBe(20);
        expect(heard[0]).toEqual(['put Note n40 v1']);
        await expect(store.changes(0, () => undefined)).rejects.toThrow(ChangesGoneError);
        await expect(store.changes(last - 25, () => undefined)).rejects.toThrow(ChangesGoneError);
        await expect(store.changes(last + 1, () => undefined)).rejects.toThrow(ChangesGoneError);
      },
      20,
    ),
  );
}
