import { expect, test } from 'vitest';
import { logTail } from './log-tail.ts';

test('keeps the last bytes, as Invoke documents for LogResult', () => {
  const tail = logTail(8);
  for (const line of ['first', 'second', 'third']) tail.add(line);
  expect(tail.text()).toBe('d\nthird\n');
});

test('never begins inside a character', () => {
  const tail = logTail(4);
  tail.add('aéé');
  expect(tail.text()).toBe('é\n');
});

test('holds little, however much goes through', () => {
  const tail = logTail(4096);
  for (let at = 0; at < 10_000; at++) tail.add(`${at}${'x'.repeat(200)}`);
  expect(Buffer.byteLength(tail.text())).toBe(4096);
  expect(tail.text()).toContain('9999x');
});
