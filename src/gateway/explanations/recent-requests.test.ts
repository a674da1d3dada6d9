import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { ExplainedRequest } from '../../model/index.ts';
import { RECENT_LIMITS } from '../limits.ts';
import { RecentRequests } from './recent-requests.ts';

function explained(change: Partial<ExplainedRequest> = {}): ExplainedRequest {
  return {
    requestId: 'r1',
    extendedRequestId: 'x=',
    apiId: 'abc123',
    stage: 'dev',
    requestTimeEpoch: 0,
    sourceIp: '127.0.0.1',
    httpMethod: 'GET',
    path: '/dev/a',
    status: 200,
    latencyMs: 1,
    steps: [],
    ...change,
  };
}

function remembering(perStage: number) {
  const clock = { nowMs: 0 };
  const recent = new RecentRequests(
    () => perStage,
    () => clock.nowMs,
  );
  const memory = (stage = 'dev') => {
    const found = recent.of('abc123', stage);
    if (found === undefined) throw new Error('nothing is remembered');
    return found;
  };
  const ids = (query: { stage?: string; apiId?: string; apiKeyId?: string; limit?: number } = {}) =>
    recent.list({ limit: 1_000, ...query }).map(({ requestId }) => requestId);
  return { recent, memory, ids, clock };
}

describe('recent requests', () => {
  it('are those that came last, the youngest first; many that succeed push out none that failed', () => {
    const { memory, ids } = remembering(3);
    memory().keep(explained({ requestId: 'failed', status: 500 }));
    for (let n = 0; n < 10; n++) memory().keep(explained({ requestId: `ok-${n}` }));
    expect(ids()).toEqual(['ok-9', 'ok-8', 'ok-7', 'failed']);
    expect(ids({ limit: 2 })).toEqual(['ok-9', 'ok-8']);
  });

  it('are kept a stage, over its revisions, until it is deployed no more', () => {
    const { recent, memory, ids } = remembering(1);
    memory('dev').keep(explained({ requestId: 'a' }));
    memory('prod').keep(explained({ requestId: 'b', stage: 'prod' }));
    expect(memory('dev')).toBe(memory('dev'));
    expect([ids({ stage: 'dev' }), ids({ stage: 'prod' }), ids({ apiId: 'other' })]).toEqual([['a'], ['b'], []]);
    recent.forget((_, stage) => stage === 'prod');
    expect(ids()).toEqual(['b']);
    expect(recent.find('a')).toBeUndefined();
  });

  it('are told apart by the API keys that opened their methods', () => {
    const { memory, ids } = remembering(5);
    memory().keep(explained({ requestId: 'a', apiKeyId: 'k1' }));
    memory().keep(explained({ requestId: 'b' }));
    memory().keep(explained({ requestId: 'c', apiKeyId: 'k2' }));
    expect([ids({ apiKeyId: 'k1' }), ids({ apiKeyId: 'k3' }), ids()]).toEqual([['a'], [], ['c', 'b', 'a']]);
  });

  it('are found by id: the youngest, for a client may choose ids', () => {
    const { recent, memory } = remembering(5);
    memory().keep(explained({ path: '/first' }));
    memory().keep(explained({ path: '/second' }));
    expect(recent.find('r1')?.path).toBe('/second');
  });

  it('are some a second only, however many there are: of those that fail and of the others', () => {
    const { memory, clock } = remembering(5);
    const wanted = (status: number) => Array.from({ length: 100 }, () => memory().wants(status)).filter(Boolean).length;
    expect([wanted(200), wanted(500)]).toEqual([RECENT_LIMITS.othersPerSecond, RECENT_LIMITS.failedPerSecond]);
    expect([wanted(204), wanted(403)]).toEqual([0, 0]);
    clock.nowMs = 1_000;
    expect(wanted(200)).toBe(RECENT_LIMITS.othersPerSecond);
  });

  it('of all stages together take so much memory and no more', () => {
    const { memory, ids } = remembering(1_000);
    const large = 'x'.repeat(1_048_576);
    for (let n = 0; n < 20; n++) {
      const step = { atMs: 0, phase: 'request body', verdict: 'read', facts: { body: { bytes: 1, text: large } } };
      memory(`stage${n}`).keep(explained({ requestId: `${n}`, stage: `stage${n}`, steps: [step] }));
    }
    expect(ids()).toEqual(['19', '18', '17', '16', '15', '14', '13']);
    expect(ids().length * large.length).toBeLessThanOrEqual(RECENT_LIMITS.bytesPerProcess);
  });

  it('keep nothing of a head but what they tell of it', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const usedBytes = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const { memory } = remembering(50);
    const before = usedBytes();
    for (let n = 0; n < 50; n++) {
      const head = Buffer.alloc(524_288, `GET /dev/a-path-of-some-length/${n} HTTP/1.1`).toString('latin1');
      memory().keep(explained({ path: head.slice(4, 32) }));
    }
    expect(usedBytes() - before).toBeLessThan(5 * 1_048_576);
  });

  it('are none where none are wanted', () => {
    expect(new RecentRequests(() => 0, Date.now).of('abc123', 'dev')).toBeUndefined();
  });
});
