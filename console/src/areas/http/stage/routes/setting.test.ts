import { expect, it } from 'vitest';
import { ALL, draftOf, settingFrom, settingOf, throttleOf } from './setting.ts';

// API reference of version 2, `RouteSettings`.
const stage = {
  DefaultRouteSettings: { DetailedMetricsEnabled: true },
  RouteSettings: {
    'GET /pets': { DetailedMetricsEnabled: false, ThrottlingRateLimit: 2000, ThrottlingBurstLimit: 100 },
  },
};

it('a setting comes back out of its form as it went in', () => {
  for (const key of [ALL, 'GET /pets']) {
    const setting = settingOf(stage, key);
    expect(settingFrom(draftOf(setting))).toEqual(setting);
  }
  expect(settingOf(stage, 'GET /others')).toEqual({});
});

it('a throttle is told by its rate and burst, of which one may be the account’s', () => {
  expect(throttleOf(stage.RouteSettings['GET /pets'])).toBe('2000/s, burst 100');
  expect(throttleOf({ ThrottlingRateLimit: 5 })).toBe('5/s, burst of the account');
  expect(throttleOf({})).toBeUndefined();
});
