import { expect, test } from 'vitest';
import { InvalidKeyError } from '../errors.ts';
import type { Transaction } from '../store.ts';
import { HERE, NOTES, type StoreUnderTest, withStore } from './harness.ts';

export function keysContract(subject: StoreUnderTest): void {
  test.each([
    ['an empty id', ''],
    ['an id with U+0000', 'a\0b'],
    ['an id with half of a surrogate pair', 'a\ud800'],
  ])('%s is refused by every method', (_, id) =>
    withStore(subject, async (store) => {
      const inTransaction = (work: (tx: Transaction) => Promise<unknown>) => store.transact(work);
      const attempts = [
        store.get(NOTES, HERE, id),
        inTransaction((tx) => tx.get(NOTES, HERE, id)),
        inTransaction((tx) => tx.put(NOTES, HERE, id, { text: '' })),
        inTransaction((tx) => tx.delete(NOTES, HERE, id)),
      ];
      for (const attempt of attempts) await expect(attempt).rejects.toThrow(InvalidKeyError);
    })(),
  );

  test(
    'a prefix, an `after` or a scope that no store can hold is refused',
    withStore(subject, async (store) => {
      await expect(store.list(NOTES, HERE, { prefix: '\0' })).rejects.toThrow(InvalidKeyError);
      await expect(store.list(NOTES, HERE, { after: '\udfff' })).rejects.toThrow(InvalidKeyError);
      await expect(store.list(NOTES, { accountId: '', region: 'r' })).rejects.toThrow(InvalidKeyError);
      await expect(store.get(NOTES, { accountId: '1', region: '\0' }, 'a')).rejects.toThrow(InvalidKeyError);
      await expect(store.transact((tx) => tx.deletePrefix(NOTES, HERE, '\0'))).rejects.toThrow(InvalidKeyError);
    }),
  );
}
