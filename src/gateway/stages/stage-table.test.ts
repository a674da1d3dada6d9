import { describe, expect, it } from 'vitest';
import type { StageRef } from '../../model/index.ts';
import type { StagePlan } from '../gateway.ts';
import { StageTable } from './stage-table.ts';

const ref = (revision: number, stageName = 'dev'): StageRef => ({
  apiId: 'api',
  stageName,
  scope: { accountId: '1', region: 'r' },
  revision,
});
const plan = (of: StageRef): StagePlan => ({ ref: of, handle: () => undefined });

describe('a stage’s plan', () => {
  it('is made at the first request, once for all who wait, and is there at once afterwards', async () => {
    let made = 0;
    const table = new StageTable(async (of) => {
      made++;
      return plan(of);
    });
    table.put(ref(1));
    expect(made).toBe(0);
    const [first, second] = await Promise.all([table.find('api', 'dev'), table.find('api', 'dev')]);
    expect(first).toBe(second);
    expect(made).toBe(1);
    expect(table.find('api', 'dev')).toBe(first);
  });

  it('survives a new list that has the same revision, and no other', async () => {
    const table = new StageTable(async (of) => plan(of));
    table.set([ref(1), ref(1, 'prod')]);
    const dev = await table.find('api', 'dev');
    await table.find('api', 'prod');
    table.set([ref(1), ref(2, 'prod')]);
    expect(table.find('api', 'dev')).toBe(dev);
    expect(table.find('api', 'prod')).toBeInstanceOf(Promise);
    table.set([]);
    expect(table.find('api', 'dev')).toBeUndefined();
  });

  it('of a revision that was replaced while it was being made is not served', async () => {
    const waiting: (() => void)[] = [];
    const table = new StageTable((of) => new Promise((resolve) => waiting.push(() => resolve(plan(of)))));
    table.put(ref(1));
    const old = table.find('api', 'dev');
    table.put(ref(2));
    const current = table.find('api', 'dev');
    for (const finish of waiting) finish();
    expect((await old)?.ref.revision).toBe(1);
    expect((await current)?.ref.revision).toBe(2);
    expect((await table.find('api', 'dev'))?.ref.revision).toBe(2);
  });

  it('is tried again after it could not be made', async () => {
    let fail = true;
    const table = new StageTable(async (of) => {
      if (fail) throw new Error('not now');
      return plan(of);
    });
    table.put(ref(1));
    await expect(table.find('api', 'dev')).rejects.toThrow('not now');
    fail = false;
    expect((await table.find('api', 'dev'))?.ref.revision).toBe(1);
  });
});
