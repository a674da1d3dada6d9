import { expect, test } from 'vitest';
import { statementText } from './statement-text.ts';

const ALLOW = '{"Effect":"Allow"}';
const POLICY = `{"Version":"2012-10-17","Statement":[${ALLOW},{"Effect":"Deny"}]}`;

test('finds a statement by its place', () => {
  const at = POLICY.indexOf(ALLOW) + 1;
  expect(statementText(POLICY, `1:${at}-1:${at + ALLOW.length}`)).toBe('{\n  "Effect": "Allow"\n}');
  expect(statementText(`{"Statement":\n[{\n"Sid":"a"}]}`, '2:2-3:11')).toBe('{\n  "Sid": "a"\n}');
});

test('finds a statement by its number', () => {
  expect(statementText(POLICY, 'statement 2')).toBe('{\n  "Effect": "Deny"\n}');
  expect(statementText(`{"Statement":${ALLOW}}`, 'statement 1')).toBe('{\n  "Effect": "Allow"\n}');
  expect(statementText(POLICY, 'statement 3')).toBeUndefined();
  expect(statementText(POLICY, ':-:')).toBeUndefined();
});
