import { expect, test } from 'vitest';
import { parts } from './parts.ts';

test('names of what is edited keep their capitals within a sentence', () => {
  expect(parts.editOf('API key details')).toBe('Edit API key details');
  expect(parts.editOf('Allowed ARNs')).toBe('Edit allowed ARNs');
  expect(parts.editOf('Summary')).toBe('Edit summary');
});
