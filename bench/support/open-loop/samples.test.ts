import { expect, it } from 'vitest';
import { Samples } from './samples.ts';

it('reports what was due from its moment on', () => {
  const samples = new Samples(100, 4);
  for (const [dueMs, latencyMs, status] of [
    [90, 500, 500],
    [100, 2, 200],
    [110, 1, 200],
    [120, 9, 503],
  ] as const) {
    samples.sentAtOnce(dueMs, dueMs + latencyMs / 2);
    samples.answered(dueMs, dueMs + latencyMs, status);
  }
  // One of 503, and one that was never answered.
  expect(samples.report()).toEqual({
    answered: 3,
    failed: 2,
    p50Ms: 2,
    p99Ms: Infinity,
    p999Ms: Infinity,
    lateP99Ms: 4.5,
  });
});

it('knows no lateness of requests that all had to wait for a connection', () => {
  expect(new Samples(0, 1).report().lateP99Ms).toBeNaN();
});
