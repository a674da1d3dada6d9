import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';

// The rule as biome.json applies it, in a small house of its own.
let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'sallyport-house-'));
  mkdirSync(join(house, 'src'));
  for (const shared of ['biome.json', 'node_modules', 'tools']) {
    symlinkSync(join(packageRoot, shared), join(house, shared));
  }
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

/** Which lines of a file of the product are refused, from 1. */
function refusedLines(file: string, ...lines: readonly string[]): number[] {
  writeFileSync(join(house, 'src', file), lines.join('\n'));
  const biome = join(packageRoot, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', 'src'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' });
  const report: { diagnostics: { category: string; location: { start: { line: number } } }[] } = JSON.parse(stdout);
  return report.diagnostics.filter(({ category }) => category === 'plugin').map(({ location }) => location.start.line);
}

const LINES = [
  'export function call(it, n) {',
  '  it.done = () => n;',
  '  it.done ??= async () => n;',
  '  it[n] = function done() { return n; };',
  '  const done = () => n;',
  '  it.done = done;',
  '  Object.assign(it, { done: () => n });',
  '}',
];

test('a function that is assigned as it stands is refused', () => {
  expect(refusedLines('call.ts', ...LINES)).toEqual([2, 3, 4]);
});

test('in a test it may', () => {
  expect(refusedLines('call.test.ts', ...LINES)).toEqual([]);
});
