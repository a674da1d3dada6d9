import { expect, test } from 'vitest';
import type { DeliveryDesk, DueDelivery } from '../../services/cloudwatch/index.ts';
import type { ActionMeans } from './actions/take-action.ts';
import { startDeliveries } from './deliveries.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:notify';
const OTHER = `${FUNCTION}-other`;

function due(id: number, action: string): DueDelivery {
  return {
    scope: { accountId: '000000000000', region: 'us-east-1' },
    delivery: {
      id: String(id),
      alarm: { alarmName: `alarm-${id}`, alarmType: 'MetricAlarm' },
      action,
      transitionedAtMs: id,
      message: { subject: '', text: '', short: '', notification: '{}', event: `{"id":${id}}` },
      failures: 0,
      dueAtMs: 0,
    },
  };
}

/** Deliveries over a desk in memory, and functions of which one never answers. */
function start(all: readonly DueDelivery[]) {
  let left = all;
  const ended = { taken: [] as string[], failed: [] as string[] };
  const end = async (list: string[], { delivery }: DueDelivery) => {
    left = left.filter((other) => other.delivery.id !== delivery.id);
    list.push(delivery.id);
  };
  const desk: DeliveryDesk = {
    list: async () => left,
    succeeded: (one) => end(ended.taken, one),
    failed: (one) => end(ended.failed, one),
  };
  const asked: string[] = [];
  const means = {
    functions: {
      invoke: ({ functionArn }: { functionArn: string }) => {
        asked.push(functionArn);
        if (functionArn === FUNCTION) return new Promise(() => undefined);
        return Promise.resolve({ kind: 'invoked', statusCode: 202, payload: Buffer.alloc(0), logTail: '' });
      },
    },
  } as unknown as ActionMeans;
  const clock = { now: () => 1_000, after: () => () => undefined };
  const rounds = startDeliveries(desk, means, clock, { warn: () => undefined });
  rounds.wake();
  return { ended, asked, rounds, left: () => left };
}

test('an action that does not answer keeps no other waiting', async () => {
  const all = [...Array.from({ length: 30 }, (_, id) => due(id, FUNCTION)), due(30, OTHER), due(31, OTHER)];
  const { ended, asked, rounds } = start(all);
  await expect.poll(() => ended.taken).toEqual(['30', '31']);
  expect(asked.filter((arn) => arn === FUNCTION)).toHaveLength(2);
  await rounds.stop();
});

test('of too many transitions that wait for one action the oldest are given up', async () => {
  const { ended, rounds, left } = start(Array.from({ length: 130 }, (_, id) => due(id, FUNCTION)));
  await expect.poll(() => ended.failed).toEqual(Array.from({ length: 30 }, (_, id) => String(id)));
  expect(left()).toHaveLength(100);
  await rounds.stop();
});
