import { expect, it } from 'vitest';
import { copyRecords, messagesOf, packRecords, unpackRecords } from '../../log-records/index.ts';
import type { LogBatch, LogRecords } from '../../model/index.ts';
import { createBatchSink } from './index.ts';
import { BATCH_BYTES, PIECE_BYTES, PIECE_PAUSE_MS } from './limits.ts';

const scope = { accountId: '000000000000', region: 'us-east-1' };

/** What was sent of some events, in batches as they were sent. */
async function sent(wrap: (records: LogRecords) => LogRecords, rounds: readonly (readonly [string, string])[][]) {
  const batches: LogBatch[] = [];
  const sink = createBatchSink(
    async (all) => void batches.push(...all),
    (message) => expect.fail(message),
    wrap,
  );
  for (const events of rounds) {
    for (const [timestamp, [logStream, message]] of events.entries()) {
      sink.append({ scope, logGroup: 'pets', logStream, timestamp, message });
    }
    await sink.flush();
  }
  return batches;
}

function plain({ count, bytes, packed }: LogRecords): readonly string[] {
  return messagesOf({ count, bytes: packed === undefined ? bytes : unpackRecords(Buffer.from(bytes)) });
}

it.each([
  ['copied', copyRecords, false],
  ['packed', packRecords, true],
])('sends what streams have gathered, %s, and gathers anew in the same memory', async (_, wrap, isPacked) => {
  const round = (mark: string) =>
    Array.from({ length: 600 }, (_, n): [string, string] => [n % 3 === 0 ? 'one' : 'two', `${mark} ${n} `.repeat(20)]);
  const rounds = [round('first'), round('later')];
  const batches = await sent(wrap, rounds);
  expect(batches.map(({ logStream }) => logStream)).toEqual(['one', 'two', 'one', 'two']);
  expect(batches.map(({ records }) => records.packed !== undefined)).toEqual(Array(4).fill(isPacked));
  // Looked at when all is sent: memory that is used again must not be seen in what was sent before.
  const messages = batches.map(({ records }) => plain(records));
  const expected = rounds.flatMap((events) =>
    ['one', 'two'].map((stream) => events.filter(([name]) => name === stream).map(([, message]) => message)),
  );
  expect(messages).toEqual(expected);
});

it('wraps no more at a time than is quick, and sends it all together', async () => {
  const streams = Array.from({ length: 8 }, (_, n) => `stream ${n}`);
  /** Bytes wrapped in each turn. */
  const turns: number[] = [0];
  const moments: number[] = [];
  const wrap = (records: LogRecords) => {
    moments.push(performance.now());
    turns[turns.length - 1] = (turns.at(-1) ?? 0) + records.bytes.length;
    setImmediate(() => turns.push(0));
    return copyRecords(records);
  };
  const batches = await new Promise<readonly LogBatch[]>((resolve) => {
    const sink = createBatchSink(async (all) => resolve(all), expect.fail, wrap);
    for (const logStream of streams) {
      for (let n = 0; n < 10; n++) {
        sink.append({ scope, logGroup: 'pets', logStream, timestamp: n, message: 'x'.repeat(PIECE_BYTES / 20) });
      }
    }
  });
  expect(batches.map(({ logStream }) => logStream)).toEqual(streams);
  expect(batches.map(({ records }) => records.count)).toEqual(streams.map(() => 10));
  expect(Math.max(...turns)).toBeLessThanOrEqual(PIECE_BYTES);
  // A timer may go off a millisecond early.
  const pauses = moments.slice(1).map((moment, place) => moment - (moments[place] ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThan(PIECE_PAUSE_MS - 2);
});

it('wraps and sends what a stream has gathered when it is much, and leaves the others', async () => {
  const sent: string[][] = [];
  const sink = createBatchSink(
    async (all) => void sent.push(all.map(({ logStream }) => logStream)),
    expect.fail,
    copyRecords,
  );
  const append = (logStream: string, bytes: number) =>
    sink.append({ scope, logGroup: 'pets', logStream, timestamp: 1, message: 'x'.repeat(bytes) });
  append('one', BATCH_BYTES / 2);
  append('two', 1);
  expect(sent).toEqual([]);
  append('one', BATCH_BYTES / 2);
  expect(sent).toEqual([['one']]);
  append('one', 1);
  await sink.flush();
  expect(sent).toEqual([['one'], ['two', 'one']]);
});
