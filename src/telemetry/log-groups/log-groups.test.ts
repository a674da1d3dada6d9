import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileSink } from './index.ts';
import { OPEN_GROUPS } from './limits.ts';

let folder: string;
const warnings: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-logs-'));
  warnings.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

let nowMs = 0;
const sinkOf = (path = join(folder, 'logs')) =>
  createFileSink(
    path,
    (message) => warnings.push(message),
    () => nowMs,
  );
const event = (logGroup: string, message: string) => ({
  scope: { accountId: '000000000000', region: 'us-east-1' },
  logGroup,
  logStream: 'ab12',
  timestamp: 1_700_000_000_000,
  message,
});
const read = (name: string) => readFileSync(join(folder, 'logs', name), 'utf8');

describe('log groups as files', () => {
  it('get a file each, with a line of ASCII an event', () => {
    const sink = sinkOf();
    sink.append(event('API-Gateway-Execution-Logs_abc/prod', '(id) two\nlines, é "x"'));
    sink.append(event('access', 'a'));
    sink.append(event('access', 'b'));
    sink.close();
    expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual([
      'API-Gateway-Execution-Logs_abc%2Fprod.log',
      'access.log',
    ]);
    const [line = '', ...rest] = read('API-Gateway-Execution-Logs_abc%2Fprod.log').split('\n');
    expect(rest).toEqual(['']);
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    const { scope: _, ...logged } = event('API-Gateway-Execution-Logs_abc/prod', '(id) two\nlines, é "x"');
    expect(JSON.parse(line)).toEqual(logged);
    expect(read('access.log').split('\n')).toHaveLength(3);
  });

  it('stay in their folder, whatever they are called', () => {
    const sink = sinkOf();
    sink.append(event('../../outside', 'x'));
    sink.append(event('.', 'x'));
    sink.append(event('g'.repeat(512), 'x'));
    sink.append(event(`${'g'.repeat(511)}h`, 'x'));
    sink.close();
    const names = readdirSync(join(folder, 'logs'));
    expect(names).toHaveLength(4);
    expect(names.every((name) => name.length <= 255)).toBe(true);
    expect(readdirSync(folder)).toEqual(['logs']);
  });

  it('are all written, however many there are', () => {
    const sink = sinkOf();
    for (let round = 0; round < 2; round++)
      for (let n = 0; n < OPEN_GROUPS + 10; n++) sink.append(event(`group-${n}`, `${round}`));
    sink.close();
    for (let n = 0; n < OPEN_GROUPS + 10; n++) expect(read(`group-${n}.log`).split('\n')).toHaveLength(3);
  });

  it('that cannot be written cost events and nothing else; the operator is told once', () => {
    writeFileSync(join(folder, 'logs'), 'no folder');
    const sink = sinkOf();
    sink.append(event('access', 'a'));
    sink.append(event('access', 'b'));
    expect(warnings).toEqual(['A log group cannot be written; events are lost until it can.']);
    rmSync(join(folder, 'logs'));
    sink.append(event('access', 'too early'));
    nowMs += 1_000;
    sink.append(event('access', 'c'));
    sink.close();
    expect(JSON.parse(read('access.log')).message).toBe('c');
  });
});
