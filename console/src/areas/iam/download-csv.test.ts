import { expect, it } from 'vitest';
import { csv } from './download-csv.ts';

// RFC 4180, section 2.
it('quotes fields that hold commas, quotes or line ends', () => {
  expect(
    csv([
      ['a', 'b"c'],
      ['d,e', 'f\ng'],
    ]),
  ).toBe('a,"b""c"\r\n"d,e","f\ng"\r\n');
});
