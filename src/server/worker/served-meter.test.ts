import { expect, it } from 'vitest';
import type { StageCounts } from '../../telemetry/index.ts';
import { createServedMeter } from './served-meter.ts';

function counted(count: number, method?: string): StageCounts {
  const scope = { accountId: '000000000000', region: 'us-east-1' };
  const stage = {
    apiId: 'a',
    apiName: 'a',
    scope,
    stage: 'dev',
    ...(method && { method: { resource: '/', httpMethod: method } }),
  };
  return { stage, row: Float64Array.of(count) } as unknown as StageCounts;
}

it('adds up what a worker tells, each request once, and forgets its pace when it tells nothing', () => {
  let nowMs = 0;
  const meter = createServedMeter(() => nowMs);
  expect(meter.now()).toEqual({ requests: 0, perSecond: 0 });
  meter.add([counted(3), counted(3, 'GET')]);
  nowMs = 1_000;
  meter.add([counted(4), counted(1)]);
  expect(meter.now()).toEqual({ requests: 8, perSecond: 5 });
  nowMs = 2_500;
  expect(meter.now()).toEqual({ requests: 8, perSecond: 0 });
});
