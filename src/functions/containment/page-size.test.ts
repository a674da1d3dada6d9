import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bytesOfPages } from './page-size.ts';

test('a page is as long as the system says', () => {
  // getconf(1), POSIX.
  expect(bytesOfPages(1)).toBe(Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' })));
});
