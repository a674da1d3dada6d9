import { expect, test } from 'vitest';
import { HERE, listIds, NOTES, putNote, type StoreUnderTest, THERE, withStore } from './harness.ts';

// In order of their UTF-8 bytes. UTF-16 code units would put the clef (U+1D11E) before U+FF5E.
const IDS = ['%', 'A', 'a', 'a!', 'a/', 'a/b', 'a/b/c', 'a/ü', 'a/～', 'a/𝄞', 'a0', 'b', 'é', '～', '𝄞'];

export function listingContract(subject: StoreUnderTest): void {
  const withIds = (examine: Parameters<typeof withStore>[1]) =>
    withStore(subject, async (store) => {
      await store.transact(async (tx) => {
        for (const id of [...IDS].reverse()) await tx.put(NOTES, HERE, id, { text: id });
        await tx.put(NOTES, THERE, 'a/elsewhere', { text: '' });
      });
      await examine(store);
    });

  test(
    'a listing is in order of the UTF-8 bytes of its ids',
    withIds(async (store) => {
      expect(await listIds(store)).toEqual(IDS);
      expect(IDS).toEqual([...IDS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
  );

  test.each([
    [{ prefix: 'a/' }, ['a/', 'a/b', 'a/b/c', 'a/ü', 'a/～', 'a/𝄞']],
    [{ prefix: 'a/b' }, ['a/b', 'a/b/c']],
    [{ prefix: 'a/', after: 'a/b' }, ['a/b/c', 'a/ü', 'a/～', 'a/𝄞']],
    [{ prefix: 'a/', after: 'a/b', limit: 2 }, ['a/b/c', 'a/ü']],
    [{ prefix: 'a/', after: 'A' }, ['a/', 'a/b', 'a/b/c', 'a/ü', 'a/～', 'a/𝄞']],
    [{ prefix: 'a/', after: 'b' }, []],
    [{ after: 'a/～' }, ['a/𝄞', 'a0', 'b', 'é', '～', '𝄞']],
    [{ after: 'a/a, which is nowhere', limit: 1 }, ['a/b']],
    [{ prefix: '%' }, ['%']],
    [{ prefix: '_' }, []],
    [{ prefix: '𝄞' }, ['𝄞']],
    [{ prefix: '', limit: 3 }, ['%', 'A', 'a']],
    [{ limit: 0 }, []],
    [{ before: 'A' }, ['%']],
    [{ prefix: 'a/', before: 'a/b/c' }, ['a/', 'a/b']],
    [{ prefix: 'a/', before: 'b' }, ['a/', 'a/b', 'a/b/c', 'a/ü', 'a/～', 'a/𝄞']],
    [{ prefix: 'a/', before: 'A' }, []],
    [{ after: 'a/b', before: 'a/～' }, ['a/b/c', 'a/ü']],
    [{ isDescending: true, limit: 3 }, ['𝄞', '～', 'é']],
    [{ isDescending: true, after: 'b' }, ['𝄞', '～', 'é']],
    [{ isDescending: true, prefix: 'a/', before: 'a/～', limit: 2 }, ['a/ü', 'a/b/c']],
  ])('%o lists %j', (page, expected) =>
    withIds(async (store) => {
      expect(await listIds(store, page)).toEqual(expected);
    })(),
  );

  test(
    'pages follow each other without gap or repetition, also when documents come and go between them',
    withIds(async (store) => {
      const first = await listIds(store, { limit: 7 });
      await store.transact((tx) => tx.delete(NOTES, HERE, 'a/b/c'));
      await putNote(store, 'a!!');
      const rest = await listIds(store, { after: 'a/b/c' });
      expect([...first, ...rest]).toEqual(IDS);
    }),
  );

  test.each(['\ud7ff', '\u{10ffff}', 'x\u{10ffff}\u{10ffff}', '\uffff'])('a prefix may end in %j', (prefix) =>
    withStore(subject, async (store) => {
      for (const id of [prefix, `${prefix}z`, 'y', '\ue000', '\u{10000}']) await putNote(store, id);
      expect(await listIds(store, { prefix })).toEqual([prefix, `${prefix}z`]);
    })(),
  );

  test(
    'a scan goes over all scopes in order of account, region and id',
    withStore(subject, async (store) => {
      const other = { accountId: '000000000001', region: 'aa' };
      for (const scope of [other, THERE, HERE]) {
        for (const id of ['b', 'a']) await putNote(store, id, id, scope);
      }
      const found = (await store.scan(NOTES)).map(({ scope, id }) => `${scope.accountId} ${scope.region} ${id}`);
      expect(found).toEqual([
        '000000000000 eu-central-1 a',
        '000000000000 eu-central-1 b',
        '000000000000 us-east-1 a',
        '000000000000 us-east-1 b',
        '000000000001 aa a',
        '000000000001 aa b',
      ]);
    }),
  );
}
