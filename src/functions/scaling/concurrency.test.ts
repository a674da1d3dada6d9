import { expect, test } from 'vitest';
import { createConcurrency } from './concurrency.ts';

// Lambda guide, "Understanding Lambda function scaling", reserved concurrency; the reasons are the service model's.
test('a function has what is reserved for it, and no more; the others share the rest', () => {
  const concurrency = createConcurrency(3);
  concurrency.reserve('a', 2);
  expect([concurrency.take('a'), concurrency.take('a'), concurrency.take('a')]).toEqual([
    undefined,
    undefined,
    'ReservedFunctionConcurrentInvocationLimitExceeded',
  ]);
  expect([concurrency.take('b'), concurrency.take('c')]).toEqual([undefined, 'ConcurrentInvocationLimitExceeded']);
  concurrency.release('b');
  concurrency.release('a');
  expect([concurrency.take('c'), concurrency.take('a')]).toEqual([undefined, undefined]);
});

test('none reserved stops a function', () => {
  const concurrency = createConcurrency(3);
  concurrency.reserve('a', 0);
  expect(concurrency.take('a')).toBe('ReservedFunctionConcurrentInvocationLimitExceeded');
  concurrency.reserve('a', undefined);
  expect(concurrency.take('a')).toBeUndefined();
});

test('what runs is counted on the side of its function when that changes', () => {
  const concurrency = createConcurrency(2);
  concurrency.take('a');
  concurrency.reserve('a', 1);
  expect([concurrency.take('b'), concurrency.take('b')]).toEqual([undefined, 'ConcurrentInvocationLimitExceeded']);
  concurrency.release('b');
  concurrency.reserve('a', undefined);
  expect([concurrency.take('b'), concurrency.take('b')]).toEqual([undefined, 'ConcurrentInvocationLimitExceeded']);
});
