import { expect, it } from 'vitest';
import { draftOf, settingPatches } from './draft-of-setting.ts';
import { ALL, methodOf, settingKey, settingOf } from './setting.ts';

const defaults = settingOf({}, ALL);

it('a setting that was not touched needs no patch', () => {
  expect(settingPatches(defaults, draftOf(defaults), ALL)).toEqual([]);
});

it('without a limit a setting says -1 for both', () => {
  const draft = { ...draftOf(defaults), isThrottled: false, ttl: '60' };
  expect(settingPatches(defaults, draft, '~1pets/GET')).toEqual([
    { op: 'replace', path: '/~1pets/GET/throttling/rateLimit', value: '-1' },
    { op: 'replace', path: '/~1pets/GET/throttling/burstLimit', value: '-1' },
    { op: 'replace', path: '/~1pets/GET/caching/ttlInSeconds', value: '60' },
  ]);
});

it('a method without settings of its own has those of all methods', () => {
  const stage = { methodSettings: { [ALL]: { throttlingRateLimit: 5 } } };
  expect(settingOf(stage, '~1pets/GET')).toEqual({ ...defaults, throttlingRateLimit: 5 });
});

it('keys are told as methods, however they are spelt', () => {
  expect(settingKey('/pets/{id}', 'GET')).toBe('~1pets~1{id}/GET');
  expect(methodOf('~1pets~1{id}/GET')).toBe('GET /pets/{id}');
  expect(methodOf('pets/GET')).toBe('GET /pets');
});
