import { expect, test } from 'vitest';
import type { ExecutionRequest, InvocationResult } from '../../../model/index.ts';
import { EVENTS } from '../limits.ts';
import { createEventQueue, nextAttempt, type QueuedEvent } from './event-queue.ts';

const execution: ExecutionRequest = { functionArn: 'arn', payload: Buffer.from('{}'), requestId: 'id' };
const fresh: QueuedEvent = { execution, queuedAtMs: 0, failures: 0, throttles: 0 };
const answered: InvocationResult = {
  kind: 'invoked',
  statusCode: 200,
  payload: Buffer.from('1'),
  logTail: '',
  executedVersion: '$LATEST',
};
const failed: InvocationResult = { ...answered, functionError: 'Unhandled' };
const throttled: InvocationResult = { kind: 'refused', reason: 'TooManyRequests', message: 'Rate Exceeded.' };
const missing: InvocationResult = { kind: 'refused', reason: 'NotFound', message: 'gone' };

// Lambda guide, "How Lambda handles errors and retries with asynchronous invocation": one minute before the first retry,
// two before the second; throttles from one second to five minutes, for six hours.
test('an error is tried again after one minute and after two, then given up', () => {
  const second = nextAttempt(fresh, failed, 0, EVENTS);
  expect(second).toMatchObject({ delayMs: 60_000, event: { failures: 1 } });
  const third = nextAttempt(second?.event ?? fresh, failed, 0, EVENTS);
  expect(third).toMatchObject({ delayMs: 120_000, event: { failures: 2 } });
  expect(nextAttempt(third?.event ?? fresh, failed, 0, EVENTS)).toBeUndefined();
});

test('a throttle is waited out, longer each time, and costs no attempt', () => {
  expect(nextAttempt(fresh, throttled, 0, EVENTS)).toMatchObject({ delayMs: 1000, event: { failures: 0 } });
  expect(nextAttempt({ ...fresh, throttles: 3 }, throttled, 0, EVENTS)).toMatchObject({ delayMs: 8000 });
  expect(nextAttempt({ ...fresh, throttles: 20 }, throttled, 0, EVENTS)).toMatchObject({ delayMs: 300_000 });
  expect(nextAttempt(fresh, throttled, 21_600_000, EVENTS)).toBeUndefined();
});

test('an answer, and a function that is gone, end it', () => {
  expect(nextAttempt(fresh, answered, 0, EVENTS)).toBeUndefined();
  expect(nextAttempt(fresh, missing, 0, EVENTS)).toBeUndefined();
});

const limits = { ...EVENTS, retryDelaysMs: [1, 1], maxQueued: 3, maxRunning: 1 } as unknown as typeof EVENTS;

test('attempts of one event keep its request id, and end with the first that succeeds', async () => {
  const ids: (string | undefined)[] = [];
  const results = [failed, answered];
  const queue = createEventQueue(
    async ({ requestId }) => {
      ids.push(requestId);
      return results.shift() ?? answered;
    },
    () => 0,
    limits,
  );
  expect(queue.add(execution)).toBe(true);
  await expect.poll(() => ids).toEqual(['id', 'id']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ids).toHaveLength(2);
});

test('an event that waits for another attempt is given up when the queue is cleared', async () => {
  let attempts = 0;
  const queue = createEventQueue(
    async () => {
      attempts++;
      return failed;
    },
    () => 0,
    { ...limits, retryDelaysMs: [30, 30] } as unknown as typeof EVENTS,
  );
  queue.add(execution);
  await expect.poll(() => attempts).toBe(1);
  expect(queue.clear()).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(attempts).toBe(1);
  expect(queue.add(execution)).toBe(true);
});

test('the queue is bounded, runs so many at one time, and says what it loses', async () => {
  let finish: () => void = () => undefined;
  let started = 0;
  const queue = createEventQueue(
    () => {
      started++;
      return new Promise((resolve) => {
        finish = () => resolve(answered);
      });
    },
    () => 0,
    limits,
  );
  expect([queue.add(execution), queue.add(execution), queue.add(execution)]).toEqual([true, true, true]);
  expect(queue.add(execution)).toBe(false);
  expect(started).toBe(1);
  finish();
  await expect.poll(() => started).toBe(2);
  expect(queue.add(execution)).toBe(true);
  expect(queue.close()).toBe(2);
  expect(queue.add(execution)).toBe(false);
});
