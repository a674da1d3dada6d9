import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packEvents, packRecords } from '../log-records/index.ts';
import {
  type IngestedLogEvents,
  type LogGroupRef,
  type LogQuery,
  type LogRecords,
  LogStoreFullError,
  type NewLogEvent,
  type StoredLogEvent,
} from '../model/index.ts';
import { type ClosableLogStore, createLogStore, type LogStoreOptions } from './index.ts';
import { readIndex } from './segment.ts';

const PETS = { scope: { accountId: '000000000000', region: 'eu-west-1' }, name: '/aws/lambda/pets' };
const NOW_MS = 1_795_824_300_000;
/** Logs become segments often. */
const SMALL = { logBytes: 4_000 };

let folder: string;
const opened: ClosableLogStore[] = [];
const warnings: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-logs-'));
  warnings.length = 0;
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

function start(options: Partial<LogStoreOptions> = {}): ClosableLogStore {
  const warn = (message: string): void => void warnings.push(message);
  const store = createLogStore({ folder, reservedBytes: 0, nowMs: () => performance.now(), warn, ...options });
  opened.push(store);
  return store;
}

async function restart(store: ClosableLogStore, options: Partial<LogStoreOptions> = {}): Promise<ClosableLogStore> {
  await store.close();
  return start(options);
}

async function read(store: ClosableLogStore, query: Partial<LogQuery> = {}): Promise<StoredLogEvent[]> {
  const events: StoredLogEvent[] = [];
  for await (const page of store.read(PETS, { direction: 'forward', ...query })) events.push(...page);
  return events;
}

function messages(events: readonly NewLogEvent[]): readonly string[] {
  return events.map(({ message }) => message);
}

function filesOf(ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending));
}

const event = (atMs: number, message: string) => ({ timestampMs: NOW_MS + atMs, message });

describe('events of a group', () => {
  it('are in order of their time, those of one time as they came in', async () => {
    const store = start();
    await store.append(PETS, 'b', [event(5, 'third'), event(9, 'fifth')], NOW_MS);
    await store.append(PETS, 'a', [event(1, 'first'), event(5, 'fourth'), event(1, 'second')], NOW_MS + 1);
    const all = await read(store);
    expect(messages(all)).toEqual(['first', 'second', 'third', 'fourth', 'fifth']);
    expect(all[3]).toMatchObject({ stream: 'a', timestampMs: NOW_MS + 5, ingestedMs: NOW_MS + 1 });
    expect(messages(await read(store, { direction: 'backward' }))).toEqual(messages(all).toReversed());
  });

  it('begin at the start time, end before the end time, and go on behind a position', async () => {
    const store = start();
    await store.append(PETS, 'a', [event(1, 'one'), event(2, 'two'), event(2, 'too'), event(3, 'three')], NOW_MS);
    expect(messages(await read(store, { startMs: NOW_MS + 2, endMs: NOW_MS + 3 }))).toEqual(['two', 'too']);
    const two = (await read(store))[1] as StoredLogEvent;
    expect(messages(await read(store, { after: two }))).toEqual(['too', 'three']);
    expect(messages(await read(store, { after: two, direction: 'backward' }))).toEqual(['one']);
  });

  it('are there after a restart, and their sequence goes on', async () => {
    const store = start();
    await store.append(PETS, 'a', [event(1, 'before')], NOW_MS);
    const again = await restart(store);
    await again.append(PETS, 'a', [event(1, 'after')], NOW_MS);
    const all = await read(again);
    expect(messages(all)).toEqual(['before', 'after']);
    expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(2);
  });

  it('hold any text', async () => {
    const store = start(SMALL);
    const texts = ['', 'a\nb\0c', 'Ünïcödé 😀', 'x'.repeat(300_000), '\ud800'];
    for (const [n, text] of texts.entries()) await store.append(PETS, 'a', [event(n, text)], NOW_MS);
    const again = await restart(store, SMALL);
    // Half a character cannot be written in UTF-8.
    expect(messages(await read(again))).toEqual([...texts.slice(0, -1), '\ufffd']);
  });

  it('stay in their log where it cannot be written down what follows them', async () => {
    const store = start(SMALL);
    await store.append(PETS, 'a', [event(0, 'first')], NOW_MS);
    const streams = join(folder, filesOf('streams.jsonl')[0] ?? '');
    rmSync(streams);
    mkdirSync(streams);
    await store.append(PETS, 'a', [event(1, 'x'.repeat(5_000))], NOW_MS);
    await store.append(PETS, 'a', [event(2, 'last')], NOW_MS);
    await store.close();
    expect(warnings).toContain('Log events stay uncompressed.');
    expect(filesOf('.seg')).toEqual([]);
  });

  it('have a sequence of their own also behind a segment, when the clock stands still over a restart', async () => {
    const store = start(SMALL);
    const full = Array.from({ length: 20 }, (_, n) => event(1, `${n}`.padEnd(SMALL.logBytes / 10)));
    await store.append(PETS, 'a', full, NOW_MS);
    const again = await restart(store, SMALL);
    expect(filesOf('.log')).toEqual([]);
    await again.append(PETS, 'a', [event(1, 'last')], NOW_MS);
    const events = await read(again);
    expect(new Set(events.map(({ sequence }) => sequence)).size).toBe(full.length + 1);
    expect(events.at(-1)?.message).toBe('last');
  });

  // Against the plainest store that there is: an array that is sorted.
  it('are what a sorted list of them is, sealed or not, packed or not, whatever came when', async () => {
    const arrival = fc.record({
      stream: fc.constantFrom('a', 'ab', 'b'),
      events: fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 400 })), {
        minLength: 1,
        maxLength: 20,
      }),
      isPacked: fc.boolean(),
      restarts: fc.boolean(),
    });
    const query = fc.record(
      {
        streams: fc.subarray(['a', 'ab', 'none']),
        streamPrefix: fc.constantFrom('a', 'b', ''),
        startMs: fc.integer({ min: 0, max: 50 }).map((ms) => NOW_MS + ms),
        endMs: fc.integer({ min: 0, max: 51 }).map((ms) => NOW_MS + ms),
      },
      { requiredKeys: [] },
    );
    const wanted = fc.tuple(query, fc.constantFrom('forward', 'backward'), fc.option(fc.nat()));
    await fc.assert(
      fc.asyncProperty(
        fc.array(arrival, { maxLength: 40 }),
        fc.array(wanted, { maxLength: 8 }),
        async (all, queries) => {
          const options = { ...SMALL, folder: mkdtempSync(join(folder, 'run-')) };
          const expected: StoredLogEvent[] = [];
          let store = start(options);
          for (const { stream, events, isPacked, restarts } of all) {
            const stop = store.follow(
              () => true,
              (ingested) => expected.push(...ingested.events),
            );
            const some = events.map(([ms, length]) => event(ms, 'm'.repeat(length)));
            const records = packEvents(some);
            await store.appendRecords(PETS, stream, isPacked ? packRecords(records, 0) : records, NOW_MS);
            stop();
            if (restarts) store = await restart(store, options);
          }
          expected.sort((one, other) => one.timestampMs - other.timestampMs || one.sequence - other.sequence);
          for (const [asked, direction, from] of queries) {
            const { streams, streamPrefix, startMs = 0, endMs = Number.POSITIVE_INFINITY } = asked;
            const after = from === null ? undefined : expected[from % (expected.length || 1)];
            const ordered = direction === 'forward' ? expected : expected.toReversed();
            const behind = after === undefined ? ordered : ordered.slice(ordered.indexOf(after) + 1);
            const matching = behind.filter(
              ({ stream, timestampMs }) =>
                (streams?.includes(stream) ?? stream.startsWith(streamPrefix ?? '')) &&
                timestampMs >= startMs &&
                timestampMs < endMs,
            );
            expect(await read(store, { ...asked, direction, ...(after && { after }) })).toEqual(matching);
          }
          await store.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a crash', () => {
  it.each([
    ['cut off at its end', ['one'], (path: string) => truncateSync(path, statSync(path).size - 3)],
    ['followed by rubbish', ['one', 'two'], (path: string) => appendFileSync(path, Buffer.alloc(500, 7))],
  ])('that leaves a log %s costs what was not whole, and nothing that comes after', async (_, kept, tear) => {
    const store = start();
    await store.append(PETS, 'a', [event(1, 'one')], NOW_MS);
    await store.append(PETS, 'a', [event(2, 'two')], NOW_MS);
    await store.close();
    tear(join(folder, filesOf('.log')[0] ?? ''));
    const again = start();
    expect(messages(await read(again))).toEqual(kept);
    await again.append(PETS, 'a', [event(3, 'three')], NOW_MS);
    expect(messages(await read(await restart(again)))).toEqual([...kept, 'three']);
  });

  it('while a segment is made leaves each event once', async () => {
    const store = start(SMALL);
    for (let n = 0; n < 20; n++) await store.append(PETS, 'a', [event(n, 'x'.repeat(500))], NOW_MS);
    await store.close();
    const [segment = ''] = filesOf('.seg');
    // The log that it was made of, and a segment that was not finished.
    appendFileSync(join(folder, segment.replace(/_.*/, '.log')), 'as it was');
    appendFileSync(join(folder, segment.replace(/0+(\d+)_.*/, '$1.tmp')), 'half');
    const times = (await read(start(SMALL))).map(({ timestampMs }) => timestampMs - NOW_MS);
    expect(times).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(filesOf('.tmp')).toEqual([]);
  });
});

describe('packets', () => {
  const packet = (from: number, count = 20) =>
    packRecords(packEvents(Array.from({ length: count }, (_, n) => event(from + n, `line ${n}`))), 0);
  /** Claims to be packed, and says how long it is. */
  const claiming = (length: number, packed = { minMs: NOW_MS, maxMs: NOW_MS + 1 }, count = 1): LogRecords => {
    const bytes = Buffer.alloc(100);
    bytes.writeUInt32LE(length);
    return { count, bytes, packed };
  };

  it.each<[string, LogRecords]>([
    ['say nothing of their length', { ...packet(0), bytes: Buffer.alloc(3) }],
    ['say that they are longer than any', claiming(2 ** 32 - 1)],
    ['say that there are more events in them than fit', claiming(320, undefined, 11)],
    ['say times that are none', claiming(320, { minMs: Number.NaN, maxMs: 1 })],
    ['say times before there are any', claiming(320, { minMs: -1, maxMs: 1 })],
    ['end before they begin', claiming(320, { minMs: 2, maxMs: 1 })],
  ])('that %s are refused, and leave the group as it was', async (_, records) => {
    const store = start();
    await expect(store.appendRecords(PETS, 'a', records, NOW_MS)).rejects.toThrow(RangeError);
    await store.appendRecords(PETS, 'a', packet(0), NOW_MS);
    expect(await read(await restart(store))).toHaveLength(20);
  });

  it('that a crash has torn, wherever, are cut off, and cost neither what came before nor what comes after', async () => {
    const whole = start({ folder: join(folder, 'whole') });
    await whole.appendRecords(PETS, 'a', packet(0), NOW_MS);
    const path = join(folder, filesOf('.log')[0] ?? '');
    const kept = statSync(path).size;
    await whole.appendRecords(PETS, 'a', packet(100), NOW_MS);
    await whole.close();
    const all = statSync(path).size;
    for (const size of [kept + 1, kept + 55, kept + 56, kept + 60, kept + 100, all - 1]) {
      const torn = join(folder, `torn-${size}`);
      cpSync(join(folder, 'whole'), torn, { recursive: true });
      truncateSync(path.replace('whole', `torn-${size}`), size);
      const store = start({ folder: torn });
      await store.appendRecords(PETS, 'a', packet(200), NOW_MS);
      const events = await read(await restart(store, { folder: torn }));
      expect(events.map(({ timestampMs }) => timestampMs - NOW_MS)).toEqual([
        ...Array.from({ length: 20 }, (_, n) => n),
        ...Array.from({ length: 20 }, (_, n) => 200 + n),
      ]);
      expect(new Set(events.map(({ sequence }) => sequence)).size).toBe(40);
    }
  });

  it('that cannot be unpacked are said to the operator, keep nothing from being sealed, and cost no others', async () => {
    const store = start({ logBytes: 4_000 });
    const told: number[] = [];
    store.follow(
      () => true,
      ({ events }) => told.push(events.length),
    );
    await store.appendRecords(PETS, 'a', claiming(3_200, { minMs: NOW_MS + 50_000, maxMs: NOW_MS + 90_000 }), NOW_MS);
    expect(warnings).toEqual(['Log events came in that cannot be read.']);
    for (let n = 0; n < 10; n++) await store.appendRecords(PETS, 'a', packet(20 * n), NOW_MS);
    expect(told).toEqual(Array.from({ length: 10 }, () => 20));
    const after = await restart(store);
    expect(filesOf('.seg').length).toBeGreaterThan(0);
    expect(warnings).toHaveLength(1);
    expect(await read(after, { endMs: NOW_MS + 50_000 })).toHaveLength(200);
  });

  it('are unpacked once for all who read them as they come in, and again for who waits', async () => {
    const store = start();
    const kept: IngestedLogEvents[] = [];
    const told: unknown[] = [];
    const note = (ingested: IngestedLogEvents) => {
      kept.push(ingested);
      told.push(ingested.events);
    };
    for (let n = 0; n < 2; n++) store.follow(() => true, note);
    await store.appendRecords(PETS, 'a', packet(0), NOW_MS);
    expect(told[0]).toBe(told[1]);
    expect(kept[0]?.events).not.toBe(told[0]);
    expect(kept[0]?.events).toEqual(told[0]);
  });
});

describe('segments', () => {
  it('take less than half of what was written', async () => {
    const line = (n: number) => JSON.stringify({ requestId: randomUUID(), status: 200, path: '/pets', n });
    const events = Array.from({ length: 5_000 }, (_, n) => event(n, line(n)));
    const logged = start();
    await logged.append(PETS, 'a', events, NOW_MS);
    const before = await logged.storedBytes(PETS);
    await logged.deleteGroup(PETS);
    const sealed = start({ logBytes: 100_000 });
    await sealed.append(PETS, 'a', events, NOW_MS);
    await sealed.close();
    const after = start();
    expect(await after.storedBytes(PETS)).toBeLessThan(before / 2);
    expect(messages(await read(after, { startMs: NOW_MS + 4_999 }))).toEqual([events[4_999]?.message]);
  });

  it('are made bit by bit, so that nobody waits for a whole one, and at once when the store is closed', async () => {
    const text = randomUUID().repeat(30);
    const fill = async (store: ClosableLogStore): Promise<number> => {
      for (let n = 0; n < 9; n++) {
        const events = Array.from({ length: 1_000 }, (_, at) => event(n * 1_000 + at, text));
        await store.append(PETS, 's', events, NOW_MS);
      }
      return performance.now();
    };
    const patient = start();
    const filledAtMs = await fill(patient);
    await expect.poll(() => filesOf('.seg'), { interval: 5 }).toHaveLength(1);
    const bitByBitMs = performance.now() - filledAtMs;

    const hurried = await restart(patient);
    const closedAtMs = await fill(hurried);
    await hurried.close();
    expect(filesOf('.seg')).toHaveLength(2);
    // Some hundred stretches, with a rest of 10 ms after every one or two.
    expect(bitByBitMs).toBeGreaterThan(400);
    expect(performance.now() - closedAtMs).toBeLessThan(bitByBitMs / 2);
  });

  it('are sorted where more that came in packed lies at one time than can be held', async () => {
    const line = (n: number) => `${n} ${randomUUID()}`;
    for (const [packets, spanMs] of [
      [10, 1],
      [40, 1],
      [40, 100],
    ] as const) {
      const store = start({ folder: mkdtempSync(join(folder, 'run-')), logBytes: 1_000_000 });
      const all = Array.from({ length: packets }, (_, n) =>
        Array.from({ length: 500 }, (_, of) => event(n * spanMs + (of % 100), line(of))),
      );
      for (const events of all) await store.appendRecords(PETS, 'a', packRecords(packEvents(events)), NOW_MS);
      const expected = all.flat().toSorted((one, other) => one.timestampMs - other.timestampMs);
      expect(messages(await read(store))).toEqual(messages(expected));
      await store.close();
    }
  });

  it('hold no packet whose events lie in a long time, so that a reader holds little', async () => {
    const store = start({ logBytes: 100_000 });
    const all = Array.from({ length: 8 }, (_, n) => [
      ...Array.from({ length: 100 }, (_, of) => event(30_000 + n * 100 + of, randomUUID())),
      // A request that took half a minute.
      ...(n % 2 === 0 ? [] : [event(n * 100, 'slow')]),
    ]);
    for (const events of [...all, ...all])
      await store.appendRecords(PETS, 'a', packRecords(packEvents(events), 0), NOW_MS);
    await store.close();
    const [name = ''] = filesOf('.seg');
    const file = openSync(join(folder, name), 'r');
    const packets = (await readIndex(file)).filter(({ arrival }) => arrival !== undefined);
    closeSync(file);
    expect(packets.length).toBeGreaterThan(0);
    expect(packets.filter(({ minMs, maxMs }) => maxMs - minMs > 1_000)).toEqual([]);
    const expected = [...all, ...all].flat().toSorted((one, other) => one.timestampMs - other.timestampMs);
    expect(messages(await read(start({ logBytes: 100_000 })))).toEqual(messages(expected));
  });

  it('go, the oldest of all groups first, when all of them take more than they may', async () => {
    const maxBytes = 60_000;
    const logBytes = 20_000;
    let atMs = 0;
    const store = start({ logBytes, maxBytes, nowMs: () => (atMs += 60_000) });
    const other = { ...PETS, name: 'other' };
    const line = () => `${randomUUID()} ${randomUUID()}`;
    const fill = async (group: LogGroupRef, from: number) => {
      for (let n = from; n < from + 1_000; n++) await store.append(group, 'a', [event(n, line())], NOW_MS);
    };
    await fill(other, 0);
    await fill(PETS, 1_000);
    await fill(other, 2_000);
    await fill(PETS, 3_000);
    await store.close();
    const again = start({ logBytes });
    expect((await again.storedBytes(PETS)) + (await again.storedBytes(other))).toBeLessThan(maxBytes + logBytes);
    const left = (await read(again)).map(({ timestampMs }) => timestampMs - NOW_MS);
    // The newest of what the group was given, without a gap. Its oldest segment may begin with the end of the first thousand.
    const given = Array.from({ length: 2_000 }, (_, n) => (n < 1_000 ? 1_000 + n : 2_000 + n));
    expect(left).toEqual(given.slice(-left.length));
    expect(left.length).toBeLessThan(1_000 + logBytes / line().length);
    expect(warnings).toEqual(['Log groups have come to their limit; the oldest events are deleted.']);
  });

  it('go when all that is in them has expired', async () => {
    const store = start();
    await store.append(PETS, 'a', [event(0, 'old')], NOW_MS);
    await store.expire(PETS, NOW_MS + 5);
    await store.append(PETS, 'a', [event(9, 'young')], NOW_MS);
    await store.expire(PETS, NOW_MS + 5);
    expect(messages(await read(store))).toEqual(['young']);
    expect(filesOf('.seg')).toEqual([]);
  });
});

describe('streams', () => {
  it('are listed by name, with what is known of their events, also after a restart', async () => {
    const store = start(SMALL);
    expect(await store.createStream(PETS, 'empty', NOW_MS)).toBe(true);
    expect(await store.createStream(PETS, 'empty', NOW_MS)).toBe(false);
    for (let n = 0; n < 20; n++) await store.append(PETS, 'busy', [event(n, 'x'.repeat(500))], NOW_MS + n);
    const last = NOW_MS + 19;
    const facts = [
      { name: 'busy', createdMs: NOW_MS, firstEventMs: NOW_MS, lastEventMs: last, lastIngestedMs: last },
      { name: 'empty', createdMs: NOW_MS },
    ];
    expect(await store.listStreams(PETS)).toEqual(facts);
    expect(await (await restart(store, SMALL)).listStreams(PETS)).toEqual(facts);
  });

  it('that are deleted take their events with them, also for a stream of their name that comes later', async () => {
    const store = start(SMALL);
    for (let n = 0; n < 20; n++) await store.append(PETS, 'a', [event(n, 'x'.repeat(500))], NOW_MS);
    await store.append(PETS, 'b', [event(99, 'kept')], NOW_MS);
    expect(await store.deleteStream(PETS, 'a')).toBe(true);
    expect(await store.deleteStream(PETS, 'a')).toBe(false);
    await store.append(PETS, 'a', [event(100, 'new')], NOW_MS);
    expect(messages(await read(await restart(store, SMALL)))).toEqual(['kept', 'new']);
  });

  it('can be created and deleted without end', async () => {
    const store = start();
    for (let n = 0; n < 1_500; n++) {
      await store.createStream(PETS, `s${n}`, NOW_MS);
      await store.deleteStream(PETS, `s${n}`);
    }
    await store.createStream(PETS, 'last', NOW_MS);
    await store.append(PETS, 'last', [event(0, 'kept')], NOW_MS);
    const again = await restart(await restart(store));
    expect(await again.listStreams(PETS)).toHaveLength(1);
    expect(messages(await read(again, { streams: ['last'] }))).toEqual(['kept']);
    expect(statSync(join(folder, filesOf('streams.jsonl')[0] ?? '')).size).toBeLessThan(1_000);
  });
});

describe('groups', () => {
  const all = async (store: ClosableLogStore, group: LogGroupRef): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const page of store.read(group, { direction: 'forward' })) found.push(...messages(page));
    return found;
  };

  it('are deleted also where a crash has left something of one that was', async () => {
    const left = join(folder, '.deleted-1');
    mkdirSync(left);
    appendFileSync(join(left, '0000000001.log'), 'left');
    const store = start();
    await store.append(PETS, 'a', [event(0, 'm')], NOW_MS);
    await store.deleteGroup(PETS);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await read(store)).toEqual([]);
  });

  it('are forgotten with all that is in them', async () => {
    const store = start();
    await store.append(PETS, 'a', [event(0, 'gone')], NOW_MS);
    await store.deleteGroup(PETS);
    await store.deleteGroup(PETS);
    expect(await read(store)).toEqual([]);
    expect(filesOf('.log')).toEqual([]);
    await store.append(PETS, 'a', [event(0, 'new')], NOW_MS);
    expect(messages(await read(store))).toEqual(['new']);
  });

  it('never leave the folder, whatever their region and name', async () => {
    const store = start();
    const scope = { accountId: '..', region: '..' };
    const names = ['..', '.', 'a/../../b', 'x'.repeat(512), `${'x'.repeat(511)}y`];
    for (const name of names) await store.append({ scope, name }, 'a', [event(0, name)], NOW_MS);
    for (const name of names) expect(await all(store, { scope, name })).toEqual([name]);
    expect(filesOf('.log')).toHaveLength(names.length);
  });

  it('may be more than are open at one time', async () => {
    const store = start();
    const groups = Array.from({ length: 270 }, (_, n) => ({ ...PETS, name: `g${n}` }));
    await Promise.all(groups.map((group) => store.append(group, 'a', [event(0, group.name)], NOW_MS)));
    await Promise.all(groups.map((group) => store.append(group, 'a', [event(1, 'again')], NOW_MS)));
    for (const group of groups) expect(await all(store, group)).toEqual([group.name, 'again']);
  });
});

describe('a follower', () => {
  it('hears of what it wants, once it is kept, until it stops', async () => {
    const store = start();
    const heard: IngestedLogEvents[] = [];
    const stop = store.follow(
      ({ name }) => name === PETS.name,
      (ingested) => heard.push(ingested),
    );
    await store.append(PETS, 'a', [event(0, 'heard')], NOW_MS);
    await store.append({ ...PETS, name: 'other' }, 'a', [event(0, 'not')], NOW_MS);
    stop();
    await store.append(PETS, 'a', [event(0, 'late')], NOW_MS);
    expect(heard.map(({ stream, events }) => [stream, messages(events)])).toEqual([['a', ['heard']]]);
    expect(heard[0]?.events).toEqual((await read(store)).slice(0, 1));
  });
});

describe('a disk that is nearly full', () => {
  it('takes no events, and what was there can be read', async () => {
    const store = start();
    await store.append(PETS, 'a', [event(0, 'kept')], NOW_MS);
    const full = await restart(store, { reservedBytes: Number.POSITIVE_INFINITY });
    await expect(full.append(PETS, 'a', [event(1, 'lost')], NOW_MS)).rejects.toThrow(LogStoreFullError);
    expect(messages(await read(full))).toEqual(['kept']);
  });
});
