import { expect, test } from 'vitest';
import { RETENTION_DAYS as TAKEN } from '../../../../../../src/services/logs/limits.ts';
import { RETENTION_DAYS } from './retention.ts';

test('what the console offers is what the server takes', () => {
  expect(RETENTION_DAYS).toEqual(TAKEN);
});
