import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readProcFile } from './proc-file.ts';

it('reads files that have no length, one after the other', () => {
  expect(readProcFile('/proc/self/cmdline')).toBe(readFileSync('/proc/self/cmdline', 'latin1'));
  expect(readProcFile('/proc/self/status')).toContain(`\nPid:\t${process.pid}\n`);
  expect(readProcFile('/proc/self/cmdline')).toBe(readFileSync('/proc/self/cmdline', 'latin1'));
});

it('knows nothing of a process that is not there', () => {
  expect(readProcFile('/proc/0/status')).toBeUndefined();
});
