import { expect, it } from 'vitest';
import { DateLine } from './date-line.ts';

it('is the IMF-fixdate of the second (the example of RFC 9110 section 5.6.7)', () => {
  const date = new DateLine();
  const atMs = Date.UTC(1994, 10, 6, 8, 49, 37);
  expect(date.at(atMs)).toBe('Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n');
  expect(date.at(atMs + 999)).toBe('Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n');
  expect(date.at(atMs + 1_000)).toBe('Date: Sun, 06 Nov 1994 08:49:38 GMT\r\n');
});
