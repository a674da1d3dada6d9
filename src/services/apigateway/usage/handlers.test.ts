import { beforeEach, describe, expect, it } from 'vitest';
import type { QuotaTerms } from '../../../model/index.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// The shapes are those of the API reference (Usage, UpdateUsage; fact D117). The clock of the ledger stands at 2025-07-02.
let service: TestService;
let planId: string;
let keyId: string;
const quota = { limit: 100, offset: 0, period: 'MONTH' } as const;
beforeEach(async () => {
  service = await startService();
  planId = (await service.api.createUsagePlan({ name: 'p', quota }, service.call())).id ?? '';
  keyId = (await service.api.createApiKey({}, service.call())).id ?? '';
  await service.api.createUsagePlanKey({ usagePlanId: planId, keyId, keyType: 'API_KEY' }, service.call());
});

/** Requests that a worker served. */
async function serve(requests: number): Promise<void> {
  const terms: QuotaTerms = { scope: service.call().scope, planId, keyId, quota };
  await service.ledger.lease({ id: 'k', terms, waiting: requests, spare: 0, held: 0, unspent: 0 });
}
const report = (startDate: string, endDate: string, more: { keyId?: string } = {}) =>
  service.api.getUsage({ usagePlanId: planId, startDate, endDate, ...more }, service.call());
const extend = (value: string) =>
  service.api.updateUsage(
    { usagePlanId: planId, keyId, patchOperations: [{ op: 'replace', path: '/remaining', value }] },
    service.call(),
  );

describe('GetUsage', () => {
  it('gives a row a day to each key that used the plan', async () => {
    expect((await report('2025-07-01', '2025-07-02')).items).toEqual({});
    await serve(10);
    expect(await report('2025-07-01', '2025-07-03')).toEqual({
      usagePlanId: planId,
      startDate: '2025-07-01',
      endDate: '2025-07-03',
      items: {
        [keyId]: [
          [0, 100],
          [10, 90],
          [0, 90],
        ],
      },
    });
    expect((await report('2025-07-02', '2025-07-02', { keyId })).items).toEqual({ [keyId]: [[10, 90]] });
  });

  it('has nothing to tell of a plan without a quota', async () => {
    await service.api.updateUsagePlan(
      { usagePlanId: planId, patchOperations: [{ op: 'remove', path: '/quota' }] },
      service.call(),
    );
    expect((await report('2025-07-02', '2025-07-02')).items).toEqual({});
  });

  it.each([
    ['2025-07-02', '2025-07-01', 'The end date of a usage report cannot come before its start date'],
    ['2025-13-01', '2025-13-02', 'Invalid date specified: 2025-13-01. Dates are written yyyy-MM-dd'],
    ['2025-02-30', '2025-03-01', 'Invalid date specified: 2025-02-30. Dates are written yyyy-MM-dd'],
    ['yesterday', '2025-07-02', 'Invalid date specified: yesterday. Dates are written yyyy-MM-dd'],
    ['2025-07-02', '', 'Invalid date specified: . Dates are written yyyy-MM-dd'],
    ['2020-01-01', '2025-07-02', 'A usage report can have at most 366 days'],
  ])('refuses the days from %s to %s (texts are ours)', async (start, end, message) => {
    await expect(report(start, end)).rejects.toMatchObject(refusal('BadRequestException', message));
  });

  it('wants plan and key to be there', async () => {
    await expect(
      service.api.getUsage({ usagePlanId: 'nope', startDate: '2025-07-02', endDate: '2025-07-02' }, service.call()),
    ).rejects.toMatchObject(refusal('NotFoundException', 'Invalid Usage Plan ID specified'));
    await expect(report('2025-07-02', '2025-07-02', { keyId: 'nope' })).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });
});

describe('UpdateUsage', () => {
  it('sets what is left of the running period', async () => {
    await serve(100);
    expect(await extend('50')).toEqual({
      usagePlanId: planId,
      startDate: '2025-07-02',
      endDate: '2025-07-02',
      items: { [keyId]: [[100, 50]] },
    });
  });

  it('takes nothing but replace /remaining (boto3 issue 2504)', async () => {
    const patchOperations = [{ op: 'add', path: '/remaining', value: '1' }];
    await expect(
      service.api.updateUsage({ usagePlanId: planId, keyId, patchOperations }, service.call()),
    ).rejects.toMatchObject({
      code: 'BadRequestException',
      message: expect.stringContaining("'/remaining' specified for op 'add'"),
    });
    for (const value of ['x', '-1', '1.5', '']) {
      await expect(extend(value), value).rejects.toMatchObject(
        refusal('BadRequestException', 'Invalid value for remaining specified'),
      );
    }
  });

  it('wants a plan, a key in it, and a quota (the last text is ours)', async () => {
    const { id: other = '' } = await service.api.createUsagePlan({ name: 'other' }, service.call());
    const patchOperations = [{ op: 'replace', path: '/remaining', value: '1' }] as const;
    const of = (usagePlanId: string) =>
      service.api.updateUsage({ usagePlanId, keyId, patchOperations }, service.call());
    await expect(of('nope')).rejects.toMatchObject(refusal('NotFoundException', 'Invalid Usage Plan ID specified'));
    await expect(of(other)).rejects.toMatchObject(refusal('NotFoundException', 'Invalid API Key identifier specified'));
    await service.api.createUsagePlanKey({ usagePlanId: other, keyId, keyType: 'API_KEY' }, service.call());
    await expect(of(other)).rejects.toMatchObject(refusal('BadRequestException', `Usage Plan ${other} has no quota`));
  });
});

it('leaving a plan and joining it again fills no quota', async () => {
  await serve(10);
  await service.api.deleteUsagePlanKey({ usagePlanId: planId, keyId }, service.call());
  await service.api.createUsagePlanKey({ usagePlanId: planId, keyId, keyType: 'API_KEY' }, service.call());
  expect((await report('2025-07-02', '2025-07-02')).items).toEqual({ [keyId]: [[10, 90]] });
});

it('a key that is deleted leaves no counter behind', async () => {
  await serve(10);
  await service.api.deleteApiKey({ apiKey: keyId }, service.call());
  expect(await service.store.scan({ name: 'Usage' })).toEqual([]);
  await service.ledger.close();
  expect(await service.store.scan({ name: 'Usage' })).toEqual([]);
});
