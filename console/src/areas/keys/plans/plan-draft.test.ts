import { expect, it } from 'vitest';
import { draftOf, isComplete, planOf, planPatches } from './plan-draft.ts';

// Paths are those of the API reference, "Patch Operations", UpdateUsagePlan.
const saved = draftOf({
  name: 'gold',
  throttle: { rateLimit: 10.5, burstLimit: 20 },
  quota: { limit: 100, offset: 0, period: 'DAY' },
});

it('changes what differs, and removes what was switched off', () => {
  expect(planPatches(saved, { ...saved })).toEqual([]);
  expect(planPatches(saved, { ...saved, name: 'silver', rate: '5', period: 'WEEK' })).toEqual([
    { op: 'replace', path: '/name', value: 'silver' },
    { op: 'replace', path: '/throttle/rateLimit', value: '5' },
    { op: 'replace', path: '/quota/period', value: 'WEEK' },
  ]);
  expect(planPatches(saved, { ...saved, isThrottled: false, hasQuota: false })).toEqual([
    { op: 'remove', path: '/throttle' },
    { op: 'remove', path: '/quota' },
  ]);
});

it('sets all of a quota that is new', () => {
  const bare = draftOf({ name: 'free' });
  expect(planPatches(bare, { ...bare, hasQuota: true, limit: '7' })).toEqual([
    { op: 'replace', path: '/quota/limit', value: '7' },
    { op: 'replace', path: '/quota/offset', value: '0' },
    { op: 'replace', path: '/quota/period', value: 'MONTH' },
  ]);
});

it('makes a plan without what was not asked for', () => {
  expect(planOf(draftOf({ name: 'free' }))).toEqual({ name: 'free' });
  expect(planOf(saved)).toEqual({
    name: 'gold',
    throttle: { rateLimit: 10.5, burstLimit: 20 },
    quota: { limit: 100, offset: 0, period: 'DAY' },
  });
  expect([isComplete(saved), isComplete({ ...saved, limit: '' }), isComplete(draftOf({}))]).toEqual([
    true,
    false,
    false,
  ]);
});
