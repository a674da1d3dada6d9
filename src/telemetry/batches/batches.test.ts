import { expect, it } from 'vitest';
import { type Batch, createBatches } from './batches.ts';

const LIMITS = { waiting: 4, waitingBytes: 100, batch: 3, everyMs: 1 };

function batchesOf(limits = LIMITS) {
  const sent: Batch<string>[] = [];
  let arrive: () => void = () => undefined;
  const batches = createBatches<string>(
    limits,
    (batch) => {
      sent.push(batch);
      return new Promise((resolve) => {
        arrive = resolve;
      });
    },
    (item) => item.length,
  );
  return { batches, sent, arrive: () => arrive() };
}

it('what is gathered goes together, at once when it is much', async () => {
  const { batches, sent, arrive } = batchesOf();
  batches.add(['a', 'b']);
  expect(sent).toEqual([]);
  batches.add(['c']);
  expect(sent).toEqual([{ items: ['a', 'b', 'c'], lost: 0 }]);
  batches.add(['d']);
  const flushed = batches.flush();
  expect(sent).toHaveLength(2);
  arrive();
  arrive();
  expect(await Promise.race([flushed, 'waits'])).toBe('waits');
});

it('what finds no room beside what is on its way is counted, and told with the next', async () => {
  const { batches, sent, arrive } = batchesOf();
  batches.add(['a', 'b', 'c']);
  batches.add(['d', 'e', 'f']);
  arrive();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(sent).toEqual([
    { items: ['a', 'b', 'c'], lost: 0 },
    { items: ['d'], lost: 2 },
  ]);
  const heavy = batchesOf({ ...LIMITS, waitingBytes: 5 });
  heavy.batches.add(['abcd', 'ef', 'g']);
  void heavy.batches.flush();
  expect(heavy.sent).toEqual([{ items: ['abcd', 'g'], lost: 1 }]);
});
