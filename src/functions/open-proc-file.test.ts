import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OpenProcFile } from './open-proc-file.ts';

it('says each time what there is now', () => {
  const file = OpenProcFile.open('/proc/self/comm');
  const { title } = process;
  try {
    for (const name of ['one', 'another']) {
      process.title = name;
      expect(file?.read()).toBe(readFileSync('/proc/self/comm', 'latin1'));
      expect(file?.read()).toBe(`${name}\n`);
    }
  } finally {
    process.title = title;
    file?.close();
  }
});

it('says nothing of a process that is gone', async () => {
  const child = spawn('sleep', ['60']);
  const file = OpenProcFile.open(`/proc/${child.pid}/statm`);
  expect(file?.read()).toMatch(/^\d+ [1-9]\d* /);
  child.kill();
  await once(child, 'exit');
  expect(file?.read()).toBeUndefined();
  file?.close();
});

it('is not there where there is nothing', () => {
  expect(OpenProcFile.open('/proc/0/statm')).toBeUndefined();
});
