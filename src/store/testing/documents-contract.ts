import { expect, test } from 'vitest';
import { defineKind } from '../store.ts';
import { HERE, NOTES, putNote, type StoreUnderTest, THERE, withStore } from './harness.ts';

export function documentsContract(subject: StoreUnderTest): void {
  test(
    'a document that was never put is undefined',
    withStore(subject, async (store) => {
      expect(await store.get(NOTES, HERE, 'a')).toBeUndefined();
    }),
  );

  test(
    'a document has its scope, its id, and a version that grows with every put',
    withStore(subject, async (store) => {
      await putNote(store, 'a', 'first');
      expect(await store.get(NOTES, HERE, 'a')).toEqual({ scope: HERE, id: 'a', version: 1, value: { text: 'first' } });
      await putNote(store, 'a', 'second');
      expect(await store.get(NOTES, HERE, 'a')).toEqual({
        scope: HERE,
        id: 'a',
        version: 2,
        value: { text: 'second' },
      });
    }),
  );

  test(
    'scopes and kinds are apart',
    withStore(subject, async (store) => {
      await putNote(store, 'a', 'here');
      await putNote(store, 'a', 'there', THERE);
      await store.transact((tx) => tx.put(defineKind<string>('Other'), HERE, 'a', 'other'));
      expect((await store.get(NOTES, HERE, 'a'))?.value.text).toBe('here');
      expect((await store.get(NOTES, THERE, 'a'))?.value.text).toBe('there');
      expect((await store.get(defineKind<string>('Other'), HERE, 'a'))?.value).toBe('other');
      expect(await store.get(NOTES, { accountId: '111111111111', region: HERE.region }, 'a')).toBeUndefined();
    }),
  );

  test.each([
    ['null', null],
    ['a number', -1.5e300],
    ['nested data', { list: [1, { deep: [] }], empty: {}, no: false }],
    ['text with U+0000, half a surrogate pair and U+2028', '\0 \ud800 \u2028 𝄞'],
    ['a megabyte', 'x'.repeat(1_048_576)],
  ])('gives back %s', (_, value) =>
    withStore(subject, async (store) => {
      const kind = defineKind<unknown>('Any');
      await store.transact((tx) => tx.put(kind, HERE, 'a', value));
      expect((await store.get(kind, HERE, 'a'))?.value).toEqual(value);
    })(),
  );

  test(
    'a stored value shares nothing with the one that was put or with the one that was read',
    withStore(subject, async (store) => {
      const kind = defineKind<string[]>('List');
      const mine = ['a'];
      await store.transact(async (tx) => {
        await tx.put(kind, HERE, 'a', mine);
        mine.push('later');
      });
      (await store.get(kind, HERE, 'a'))?.value.push('by a reader');
      expect((await store.get(kind, HERE, 'a'))?.value).toEqual(['a']);
    }),
  );

  test(
    'a value without a JSON form is refused, and with it the transaction',
    withStore(subject, async (store) => {
      const kind = defineKind<unknown>('Any');
      const work = store.transact(async (tx) => {
        await tx.put(kind, HERE, 'a', 1);
        await tx.put(kind, HERE, 'b', undefined);
      });
      await expect(work).rejects.toThrow(TypeError);
      expect(await store.scan(kind)).toEqual([]);
    }),
  );
}
