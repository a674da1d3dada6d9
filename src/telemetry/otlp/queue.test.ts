import { describe, expect, it, vi } from 'vitest';
import { CLOSE_MS, SPAN_LIMITS } from './limits.ts';
import { createOtlpQueue, type Send } from './queue.ts';

const items = (count: number) => Array.from({ length: count }, (_, place) => place);

function queueOf(load: () => Promise<Send<number>>, limits = SPAN_LIMITS) {
  const warnings: string[] = [];
  const clock = { nowMs: 0 };
  const queue = createOtlpQueue<number>({
    called: 'spans',
    limits,
    weigh: () => 10,
    load,
    warn: (message, detail) => warnings.push(`${message} ${JSON.stringify(detail)}`),
    nowMs: () => clock.nowMs,
  });
  return { queue, warnings, clock };
}

describe('what is to be sent', () => {
  it('goes in order, in messages of a bounded size', async () => {
    const sent: (readonly number[])[] = [];
    const { queue } = queueOf(async () => async (batch) => {
      sent.push(batch);
      return undefined;
    });
    queue.add(items(SPAN_LIMITS.batch + 1));
    await queue.close();
    expect(sent.map(({ length }) => length)).toEqual([SPAN_LIMITS.batch, 1]);
    expect(sent.flat()).toEqual(items(SPAN_LIMITS.batch + 1));
    expect([queue.sent, queue.dropped]).toEqual([SPAN_LIMITS.batch + 1, 0]);
  });

  it.each([
    ['does not take it', async () => async () => 'Not Found (404)', 'Not Found (404)'],
    [
      'cannot be spoken to',
      async () => {
        throw new Error('no such module');
      },
      'Error: no such module',
    ],
  ])('that an endpoint %s is counted, and told of once a minute, with its reason', async (_, load, problem) => {
    const { queue, warnings, clock } = queueOf(load);
    for (const at of [0, 1, 60_001]) {
      clock.nowMs = at;
      queue.add(items(2));
      await queue.close();
    }
    expect(queue.dropped).toBe(6);
    expect(warnings).toEqual(
      [2, 6].map(
        (dropped) =>
          `OTLP: spans are lost, because the endpoint does not take them. ${JSON.stringify({ dropped, problem })}`,
      ),
    );
  });

  it('beyond what may wait, by number or by weight, is dropped', async () => {
    const { queue } = queueOf(async () => async () => undefined);
    queue.add(items(SPAN_LIMITS.queue + 3));
    expect(queue.dropped).toBe(3);
    await queue.close();
    queue.add(items(1));
    expect(queue.dropped).toBe(3);
    const heavy = queueOf(async () => async () => undefined, { ...SPAN_LIMITS, queueBytes: 25 }).queue;
    heavy.add(items(4));
    expect(heavy.dropped).toBe(2);
    await heavy.close();
    heavy.add(items(2));
    expect(heavy.dropped).toBe(2);
  });

  it('holds nobody up who stops, however long it takes', async () => {
    vi.useFakeTimers();
    try {
      const { queue, warnings } = queueOf(async () => () => new Promise(() => undefined));
      queue.add(items(1));
      const closed = queue.close();
      await vi.advanceTimersByTimeAsync(CLOSE_MS);
      await closed;
      expect(warnings).toEqual([expect.stringContaining('not sent before the stop')]);
    } finally {
      vi.useRealTimers();
    }
  });
});
