import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BATCH_BYTES } from './limits.ts';
import { LogFile } from './log-file.ts';

let folder: string;
let path: string;
const open: LogFile[] = [];
const warnings: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-log-'));
  path = join(folder, 'access.log');
  warnings.length = 0;
});
afterEach(() => {
  for (const file of open.splice(0)) file.close();
  rmSync(folder, { recursive: true });
});

function openLog(maxBytes = Number.POSITIVE_INFINITY): LogFile {
  const terms = { subject: 'The access log', batchBytes: BATCH_BYTES, maxBytes };
  const file = new LogFile(path, (message) => warnings.push(message), terms);
  open.push(file);
  return file;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const lines = (of = path) => readFileSync(of, 'utf8').split('\n').slice(0, -1);

describe('lines', () => {
  it('are gathered, and written after a second', async () => {
    const file = openLog();
    file.append('one\n');
    file.append('two\n');
    expect(readFileSync(path, 'utf8')).toBe('');
    await until(() => lines().length > 0);
    expect(lines()).toEqual(['one', 'two']);
  });

  it('are all written, in order, however many there are, and the last ones at the end', () => {
    const file = openLog();
    const expected = Array.from({ length: 20_000 }, (_, n) => `${n} ${'x'.repeat(n % 90)}`);
    for (const line of expected) file.append(`${line}\n`);
    open.pop()?.close();
    expect(lines()).toEqual(expected);
  });

  it('of several writers stay whole', () => {
    const files = [openLog(), openLog(), openLog()];
    for (let n = 0; n < 3_000; n++) for (const [who, file] of files.entries()) file.append(`${who}${'.'.repeat(99)}\n`);
    for (const file of open.splice(0)) file.close();
    expect(lines()).toHaveLength(9_000);
    expect(lines().every((line) => /^[012]\.{99}$/.test(line))).toBe(true);
  });

  it('may be longer than a batch', () => {
    const file = openLog();
    const expected = ['a', 'b'.repeat(2 * BATCH_BYTES), 'c'];
    for (const line of expected) file.append(`${line}\n`);
    open.pop()?.close();
    expect(lines()).toEqual(expected);
  });

  it('are for the owner and the group to read', () => {
    openLog();
    expect(statSync(path).mode & 0o137).toBe(0);
  });
});

it('goes on in a new file when the old one was moved away, and loses nothing (logrotate)', async () => {
  const file = openLog();
  file.append('before\n');
  await until(() => lines().length === 1);
  renameSync(path, `${path}.1`);
  file.append('after\n');
  await until(() => existsSync(path) && lines().length === 1);
  expect([lines(`${path}.1`), lines()]).toEqual([['before'], ['after']]);
  expect(warnings).toEqual([]);
});

// Linux's /dev/full takes nothing: every write fails with ENOSPC.
describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  it('is told once, costs lines and nothing else, and is told when it is over', async () => {
    symlinkSync('/dev/full', path);
    const file = openLog();
    for (let n = 0; n < 5; n++) file.append(`${'x'.repeat(BATCH_BYTES)}\n`);
    expect(warnings).toEqual([expect.stringContaining('cannot be written')]);
    unlinkSync(path);
    await until(() => existsSync(path));
    file.append('well again\n');
    await until(() => lines().length > 0);
    expect(lines()).toEqual(['well again']);
    expect(warnings).toEqual([expect.stringContaining('cannot be written'), expect.stringContaining('written again')]);
  });
});

it('that has grown too large is moved away, in place of the one before', async () => {
  const file = openLog(100);
  for (const line of ['first', 'second']) {
    file.append(`${line} ${'x'.repeat(100)}\n`);
    await until(() => existsSync(`${path}.1`) && lines(`${path}.1`)[0]?.startsWith(line) === true);
  }
  file.append('third\n');
  await until(() => existsSync(path) && lines().length > 0);
  expect(lines()).toEqual(['third']);
});
