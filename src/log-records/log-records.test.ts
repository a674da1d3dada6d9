import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import {
  eventAt,
  messagesOf,
  orderedRecords,
  PACKED_BYTES,
  packEvents,
  packRecords,
  RecordWriter,
  recordStarts,
  recordTimes,
  stampRecords,
  unpackRecords,
} from './index.ts';

const ARRIVAL = { stream: 7, ingestedMs: 1_700_000_000_500, firstSequence: 41 };
const packed = (...events: readonly (readonly [timestampMs: number, message: string])[]) =>
  packEvents(events.map(([timestampMs, message]) => ({ timestampMs, message })));

it('events come out of their bytes as they went in, with what they were stamped with', () => {
  // UTF-8 (RFC 3629) has no halves of characters: U+FFFD stands for them.
  const messages = ['', 'plain', 'zwei\nZeilen', 'é€😀', 'x'.repeat(300_000), '\ud800'];
  const records = packed(...messages.map((message, n): [number, string] => [n, message]));
  const expected = messages.with(-1, '\ufffd');
  expect(messagesOf(records)).toEqual(expected);
  const bytes = Buffer.from(records.bytes);
  expect(recordTimes(bytes, records.count)).toEqual({ minMs: 0, maxMs: 5 });
  stampRecords(bytes, records.count, ARRIVAL);
  expect(recordStarts(bytes, 0, bytes.length).map((at) => eventAt(bytes, at, 'one'))).toEqual(
    expected.map((message, n) => ({
      stream: 'one',
      timestampMs: n,
      ingestedMs: ARRIVAL.ingestedMs,
      sequence: ARRIVAL.firstSequence + n,
      message,
    })),
  );
});

it('bytes that are not so many records are refused', () => {
  const { bytes, count } = packed([1, 'one'], [2, 'two']);
  const whole = Buffer.from(bytes);
  for (const [part, records] of [
    [whole, count + 1],
    [whole, count - 1],
    [whole.subarray(0, -1), count],
    [Buffer.concat([whole, Buffer.alloc(1)]), count],
  ] as const) {
    expect(() => stampRecords(Buffer.from(part), records, ARRIVAL)).toThrow(RangeError);
    expect(() => recordTimes(Buffer.from(part), records)).toThrow(RangeError);
  }
});

it('a writer that is used again forgets what it had, whatever it was', () => {
  const writer = new RecordWriter();
  writer.add(1, 'é'.repeat(300_000));
  expect(writer.records().count).toBe(1);
  for (const message of ['plain', 'späť']) {
    writer.clear();
    writer.add(2, message);
    expect(writer.records()).toEqual(packed([2, message]));
  }
});

it('are smaller when they are packed, and the same when they are unpacked', () => {
  const records = packed(
    ...Array.from({ length: 500 }, (_, n): [number, string] => [n ^ 1, `{"status":200,"n":${n}}`]),
  );
  const small = packRecords(records);
  expect(small).toMatchObject({ count: 500, packed: { minMs: 0, maxMs: 499 } });
  expect(small.bytes.length).toBeLessThan(records.bytes.length / 4);
  expect(unpackRecords(Buffer.from(small.bytes))).toEqual(records.bytes);
  expect(() => unpackRecords(Buffer.from(small.bytes.subarray(0, -9)))).toThrow();
});

it.each([
  ['few', [[1, 'one']]],
  ['that may embed metrics', [[1, `{"_aws":{"CloudWatchMetrics":[]}}${' '.repeat(20_000)}`]]],
] as const)('are not packed when they are %s', (_, events) => {
  const records = packed(...events);
  expect(packRecords(records)).toEqual(records);
});

it('are not packed when they are more than is ever unpacked', () => {
  const records = packed([1, 'x'.repeat(PACKED_BYTES)]);
  const same = packRecords(records);
  expect(same.packed).toBeUndefined();
  expect(Buffer.compare(same.bytes, records.bytes)).toBe(0);
});

it('are not unpacked when they say that they are more than is ever packed, or nothing, or cannot be', () => {
  const bomb = brotliCompressSync(Buffer.alloc(PACKED_BYTES + 1));
  const claiming = (length: number, bytes: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(length);
    return Buffer.concat([head, bytes]);
  };
  for (const bytes of [
    ...[
      claiming(PACKED_BYTES + 1, bomb),
      claiming(100, bomb),
      claiming(0, bomb),
      claiming(100, Buffer.from('no brotli')),
    ],
    ...[Buffer.alloc(3), Buffer.alloc(0)],
  ]) {
    expect(() => unpackRecords(bytes)).toThrow(RangeError);
  }
});

it('are ordered by time, those of one time as they came', () => {
  const { bytes } = packed([5, 'a'], [1, 'b'], [5, 'c'], [1, 'd'], [3, 'e']);
  const buffer = Buffer.from(bytes);
  const starts = recordStarts(buffer, 0, buffer.length);
  const ordered = orderedRecords(buffer, starts).map((at) => eventAt(buffer, at, '').message);
  expect(ordered).toEqual(['b', 'd', 'e', 'a', 'c']);
});
