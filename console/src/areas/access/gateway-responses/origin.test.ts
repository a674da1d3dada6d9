import { expect, test } from 'vitest';
import { originOf } from './origin.ts';

// Guide, "Gateway response types": what is not defined defaults to DEFAULT_4XX or DEFAULT_5XX (fact D82).
test('tells who says how a response looks', () => {
  const untouched = (responseType: string) => ({ responseType, defaultResponse: true });
  const all = [untouched('THROTTLED'), untouched('INTEGRATION_TIMEOUT'), untouched('DEFAULT_4XX')];
  expect(originOf(untouched('THROTTLED'), all)).toBe('builtIn');
  const defined = [...all, { responseType: 'DEFAULT_4XX', defaultResponse: false }];
  expect(originOf(untouched('THROTTLED'), defined)).toBe('DEFAULT_4XX');
  expect(originOf(untouched('INTEGRATION_TIMEOUT'), defined)).toBe('builtIn');
  expect(originOf({ responseType: 'THROTTLED', defaultResponse: false }, defined)).toBe('own');
});
