import { expect, test } from 'vitest';
import { clientContextJson } from './client-context.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('becomes one header line of ASCII that means the same', () => {
  const header = clientContextJson(base64('{\n "custom": {"größe": "5 €"}\n}'));
  expect(header).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(header ?? '')).toEqual({ custom: { größe: '5 €' } });
});

test('what is not base64 of JSON is none', () => {
  expect(clientContextJson(base64('not json'))).toBeUndefined();
});
