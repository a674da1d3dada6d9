import { expect, test } from 'vitest';
import type { UsagePlanChange } from '../../model/index.ts';
import { createUsagePlanDirectory } from './usage-plan-directory.ts';

const scope = { accountId: '000000000000', region: 'us-east-1' };
const nothing = { keys: [], plans: [], removedKeys: [], removedPlans: [] };

/** A store whose every reading takes a turn of the event loop. */
function directoryOver(reading: string[] = []) {
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return createUsagePlanDirectory({
    async load() {
      reading.push('load');
      await turn();
      reading.push('loaded');
      return { scope, keys: [], plans: [] };
    },
    async loadChange({ keyIds = [] }) {
      reading.push(`change ${keyIds}`);
      await turn();
      return { scope, ...nothing };
    },
  });
}

test('reads one after the other, and numbers tell what is newer', async () => {
  const reading: string[] = [];
  const directory = directoryOver(reading);
  const told: UsagePlanChange[] = [];
  directory.subscribe({ putUsagePlans: (change) => void told.push(change), forgetUsagePlans: () => undefined });
  const [first] = await Promise.all([
    directory.snapshot(scope),
    directory.usagePlansChanged({ scope, keyIds: ['a'] }),
    directory.usagePlansChanged({ scope, keyIds: ['b'] }),
  ]);
  expect(reading).toEqual(['load', 'loaded', 'change a', 'change b']);
  expect([first?.revision, ...told.map(({ revision }) => revision)]).toEqual([0, 1, 2]);
  expect((await directory.snapshot(scope)).revision).toBe(2);
});

test('a change is answered when every subscriber has it', async () => {
  const directory = directoryOver();
  await directory.snapshot(scope);
  let arrive: () => void = () => undefined;
  directory.subscribe({
    putUsagePlans: () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
    forgetUsagePlans: () => undefined,
  });
  let isAnswered = false;
  const change = directory.usagePlansChanged({ scope }).then(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isAnswered).toBe(false);
  arrive();
  await change;
});

test('nobody is told, and nothing read, of an account and region that nobody has asked for', async () => {
  const reading: string[] = [];
  const directory = directoryOver(reading);
  directory.subscribe({
    putUsagePlans: () => {
      throw new Error('told');
    },
    forgetUsagePlans: () => undefined,
  });
  await directory.snapshot({ ...scope, region: 'eu-west-1' });
  reading.length = 0;
  await directory.usagePlansChanged({ scope, keyIds: ['a'] });
  expect(reading).toEqual([]);
});
