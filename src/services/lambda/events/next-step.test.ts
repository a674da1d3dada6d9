import { expect, test } from 'vitest';
import type { InvocationResult } from '../../../model/index.ts';
import { EVENTS } from '../limits.ts';
import { rulesOf } from './invoke-config.ts';
import { nextStep } from './next-step.ts';
import type { QueuedEvent } from './queued-event.ts';

const execution = { functionArn: 'arn', payload: Buffer.from('{}'), requestId: 'id' };
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
const rules = rulesOf(undefined);
const after = (event: QueuedEvent, result: InvocationResult, nowMs = 0, own = rules) =>
  nextStep(event, result, nowMs, own, EVENTS);

// Lambda guide, "How Lambda handles errors and retries with asynchronous invocation": one minute before the first retry,
// two before the second; throttles from one second to five minutes, for six hours.
test('an error is tried again after one minute and after two, then given up', () => {
  expect(after(fresh, failed)).toMatchObject({ delayMs: 60_000, retry: { failures: 1 } });
  expect(after({ ...fresh, failures: 1 }, failed)).toMatchObject({ delayMs: 120_000, retry: { failures: 2 } });
  expect(after({ ...fresh, failures: 2 }, failed)).toMatchObject({ verdict: { condition: 'RetriesExhausted' } });
});

test('a throttle is waited out, longer each time, and costs no attempt', () => {
  expect(after(fresh, throttled)).toMatchObject({ delayMs: 1000, retry: { failures: 0, throttles: 1 } });
  expect(after({ ...fresh, throttles: 3 }, throttled)).toMatchObject({ delayMs: 8000 });
  expect(after({ ...fresh, throttles: 20 }, throttled)).toMatchObject({ delayMs: 300_000 });
  expect(after(fresh, throttled, 21_600_000)).toEqual({ verdict: { condition: 'EventAgeExceeded' } });
});

test('an answer, and a function that is gone, end it', () => {
  expect(after(fresh, answered)).toMatchObject({ verdict: { condition: 'Success' } });
  expect(after(fresh, missing)).toMatchObject({ verdict: { condition: 'RetriesExhausted' } });
});

test('fewer attempts and a shorter age are what the function’s configuration says', () => {
  const once = rulesOf({ lastModifiedMs: 0, maximumRetryAttempts: 0 });
  expect(after(fresh, failed, 0, once)).toMatchObject({ verdict: { condition: 'RetriesExhausted' } });
  const short = rulesOf({ lastModifiedMs: 0, maximumEventAgeInSeconds: 60 });
  expect(after(fresh, failed, 1, short)).toEqual({ verdict: { condition: 'EventAgeExceeded' } });
});
