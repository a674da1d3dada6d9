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
  expect(samples.report()).toEqual({ answered: 3, failed: 2, p50Ms: 2, p99Ms: 9, p999Ms: 9, lateP99Ms: 4.5 });
});
