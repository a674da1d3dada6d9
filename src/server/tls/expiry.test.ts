import { expect, it } from 'vitest';
import { expiryProblem } from './expiry.ts';

const DAY_MS = 86_400_000;

it('tells what an operator should know about the dates of a certificate', () => {
  const life = { notBeforeMs: DAY_MS, notAfterMs: 91 * DAY_MS };
  expect(expiryProblem(life, 0)).toBe('is not valid before 1970-01-02T00:00:00.000Z');
  expect(expiryProblem(life, 76 * DAY_MS)).toBeUndefined();
  expect(expiryProblem(life, 78 * DAY_MS)).toBe('ends at 1970-04-02T00:00:00.000Z and was not renewed');
  expect(expiryProblem(life, 91 * DAY_MS)).toBe('has expired at 1970-04-02T00:00:00.000Z');
  // Six days are a whole life for some authorities: a day before the end is when to speak up.
  const short = { notBeforeMs: 0, notAfterMs: 6 * DAY_MS };
  expect(expiryProblem(short, 4.9 * DAY_MS)).toBeUndefined();
  expect(expiryProblem(short, 5.1 * DAY_MS)).toMatch(/was not renewed/);
});
