import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InvocationResult } from '../../../model/index.ts';
import { EVENTS, type EventLimits } from '../limits.ts';
import { createEventQueue, type EventWork } from './event-queue.ts';
import { createEventJournal, type EventJournal } from './journal.ts';
import type { Verdict } from './next-step.ts';

const execution = { functionArn: 'arn', payload: Buffer.from('{}'), requestId: 'id' };
const answered: InvocationResult = {
  kind: 'invoked',
  statusCode: 200,
  payload: Buffer.from('1'),
  logTail: '',
  executedVersion: '$LATEST',
};
const failed: InvocationResult = { ...answered, functionError: 'Unhandled' };
const limits = { ...EVENTS, retryDelaysMs: [1, 1], maxQueued: 3, maxRunning: 1 } as unknown as EventLimits;

let folder: string;
const journals: EventJournal[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-events-'));
});
afterEach(async () => {
  await Promise.all(journals.splice(0).map((journal) => journal.close()));
  await rm(folder, { recursive: true, force: true });
});

function openJournal() {
  const journal = createEventJournal(join(folder, 'events.jsonl'), 1_000_000, () => undefined);
  journals.push(journal);
  return journal;
}

function openQueue(execute: EventWork['execute'], own = limits, journal = openJournal()) {
  const verdicts: Verdict[] = [];
  const errors: unknown[] = [];
  const work: EventWork = {
    execute,
    rulesOf: async () => ({ maxRetries: 2, maxAgeMs: 1_000 }),
    conclude: async (_event, verdict) => void verdicts.push(verdict),
    onError: (error) => errors.push(error),
  };
  return { queue: createEventQueue(work, journal, () => 0, own), work, verdicts, errors, journal };
}

test('attempts of one event keep its request id, and end with the first that succeeds', async () => {
  const ids: (string | undefined)[] = [];
  const results = [failed, answered];
  const { queue, verdicts } = openQueue(async ({ requestId }) => {
    ids.push(requestId);
    return results.shift() ?? answered;
  });
  expect(await queue.add(execution)).toBe(true);
  await expect.poll(() => verdicts).toEqual([{ condition: 'Success', result: answered }]);
  expect(ids).toEqual(['id', 'id']);
});

test('an event that waits for another attempt is given up when the queue is cleared', async () => {
  let attempts = 0;
  const { queue } = openQueue(
    async () => {
      attempts++;
      return failed;
    },
    { ...limits, retryDelaysMs: [30, 30] } as unknown as EventLimits,
  );
  await queue.add(execution);
  await expect.poll(() => attempts).toBe(1);
  queue.clear();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(attempts).toBe(1);
  await expect.poll(() => openJournal().recover()).toEqual([]);
  expect(await queue.add(execution)).toBe(true);
});

test('the queue is bounded, and runs so many at one time', async () => {
  let finish: () => void = () => undefined;
  let started = 0;
  const { queue } = openQueue(() => {
    started++;
    return new Promise((resolve) => {
      finish = () => resolve(answered);
    });
  });
  const add = (requestId: string) => queue.add({ ...execution, requestId });
  expect(await Promise.all([add('1'), add('2'), add('3')])).toEqual([true, true, true]);
  expect(await add('4')).toBe(false);
  expect(started).toBe(1);
  finish();
  await expect.poll(() => started).toBe(2);
  expect(await add('5')).toBe(true);
  queue.stop();
  expect(await add('6')).toBe(false);
});

test('what has been accepted and is not done is tried by the next process, with the attempts that it has left', async () => {
  const first = openQueue(async ({ requestId }) => (requestId === 'done' ? answered : failed), {
    ...limits,
    maxRunning: 2,
    retryDelaysMs: [60_000, 60_000],
  } as unknown as EventLimits);
  // The age of six hours holds: the test's rules would end it.
  for (const requestId of ['done', 'failing', 'fresh']) await first.journal.add({ ...event(requestId), failures: 0 });
  first.journal.remove('done');
  first.journal.update({ ...event('failing'), failures: 1 });
  await first.journal.close();

  const journal = openJournal();
  expect(
    (await journal.recover()).map(({ execution: { requestId, payload }, failures }) => [
      requestId,
      String(payload),
      failures,
    ]),
  ).toEqual([
    ['failing', '{}', 1],
    ['fresh', '{}', 0],
  ]);
  const second = openQueue(async () => answered, limits, journal);
  expect(await second.queue.resume()).toBe(2);
  await expect.poll(() => second.verdicts).toHaveLength(2);
});

test('an event that is too old when its turn comes is not run', async () => {
  const journal = openJournal();
  await journal.add({ ...event('old'), queuedAtMs: -2_000 });
  await journal.close();
  let runs = 0;
  const { queue, verdicts } = openQueue(
    async () => {
      runs++;
      return answered;
    },
    limits,
    openJournal(),
  );
  await queue.resume();
  await expect.poll(() => verdicts).toEqual([{ condition: 'EventAgeExceeded' }]);
  expect(runs).toBe(0);
});

test('an error of ours is told, and the event is tried again', async () => {
  const failure = new Error('The store is busy.');
  let attempts = 0;
  const { queue, verdicts, errors } = openQueue(
    async () => {
      attempts++;
      if (attempts === 1) throw failure;
      return answered;
    },
    { ...limits, throttleDelayMs: { first: 1, longest: 1 } } as unknown as EventLimits,
  );
  await queue.add(execution);
  await expect.poll(() => verdicts).toEqual([{ condition: 'Success', result: answered }]);
  expect(errors).toEqual([failure]);
});

test('an event whose end cannot be told is left for the next start', async () => {
  const { queue, work, errors, journal } = openQueue(async () => answered);
  work.conclude = () => Promise.reject(new Error('The store is busy.'));
  await queue.add(execution);
  await expect.poll(() => errors).toHaveLength(1);
  await journal.close();
  expect((await openJournal().recover()).map((left) => left.execution.requestId)).toEqual(['id']);
});

function event(requestId: string) {
  return { execution: { ...execution, requestId }, queuedAtMs: 0, failures: 0, throttles: 0 };
}
