import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEventJournal, type EventJournal } from './journal.ts';

let folder: string;
let path: string;
const open: EventJournal[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-journal-'));
  path = join(folder, 'deep', 'events.jsonl');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((journal) => journal.close()));
  await rm(folder, { recursive: true, force: true });
});

function openJournal(compactBytes = 1_000_000) {
  const journal = createEventJournal(path, compactBytes, () => undefined);
  open.push(journal);
  return journal;
}

const event = (requestId: string, payload = '{"é":1}') => ({
  execution: { requestId, functionArn: 'arn', payload: Buffer.from(payload), traceId: 'Root=1', clientContext: 'e30=' },
  queuedAtMs: 5,
  failures: 0,
  throttles: 0,
});
const ids = async (journal: EventJournal) => (await journal.recover()).map(({ execution }) => execution.requestId);

test('an event comes back whole', async () => {
  const journal = openJournal();
  await journal.add(event('a'));
  await journal.close();
  expect(await openJournal().recover()).toEqual([event('a')]);
});

test('events that come together are all kept, and a line that a crash has torn is none', async () => {
  const journal = openJournal();
  await Promise.all(Array.from({ length: 200 }, (_, n) => journal.add(event(`e${n}`))));
  journal.remove('e7');
  await journal.close();
  await appendFile(path, '+{"id":"torn","arn":"a');
  const left = await ids(openJournal());
  expect(left).toHaveLength(199);
  expect(left).not.toContain('e7');
  expect(left).not.toContain('torn');
});

test('a torn line does not swallow what is written after it', async () => {
  const journal = openJournal();
  await journal.add(event('a'));
  await journal.close();
  await appendFile(path, '+{"id":"torn","arn":"a');
  const next = openJournal();
  await next.add(event('b'));
  await next.close();
  expect(await ids(openJournal())).toEqual(['a', 'b']);
});

test('the file does not grow with what is done, and nothing that waits is lost by that', async () => {
  const journal = openJournal(50_000);
  await journal.add(event('kept'));
  for (let n = 0; n < 300; n++) {
    await journal.add(event(`e${n}`, `"${'x'.repeat(1_000)}"`));
    journal.remove(`e${n}`);
  }
  await journal.close();
  expect((await stat(path)).size).toBeLessThan(60_000);
  expect(await ids(openJournal())).toEqual(['kept']);
});

test('an event that cannot be written is not accepted', async () => {
  path = join(folder, 'file', 'events.jsonl');
  await appendFile(join(folder, 'file'), '');
  await expect(openJournal().add(event('a'))).rejects.toThrow('ENOTDIR');
});

test.skipIf(!existsSync('/dev/full'))(
  'a write that failed in the middle does not swallow what is accepted after it (needs /dev/full)',
  async () => {
    const journal = openJournal();
    await journal.recover();
    await mkdir(dirname(path), { recursive: true });
    await symlink('/dev/full', path);
    await expect(journal.add(event('a'))).rejects.toThrow('ENOSPC');
    // There is room again, and the file holds what could be written of the line.
    await rm(path);
    await appendFile(path, '+{"id":"torn","arn":"a');
    await journal.add(event('b'));
    await journal.close();
    expect(await ids(openJournal())).toEqual(['b']);
  },
);
