import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAuditTrail } from './index.ts';

let folder: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-audit-'));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(directory = join(folder, 'audit'), sizes: { fileBytes?: number; keptFiles?: number } = {}) {
  let nowMs = Date.UTC(2026, 10, 28);
  return openAuditTrail({ directory, now: () => (nowMs += 1), warn: (message) => warnings.push(message), ...sizes });
}
const lines = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).n);

it('appends records in order, for the owner alone, also after a restart', async () => {
  for (const round of [0, 1]) {
    const trail = open();
    for (let n = 0; n < 100; n += 1) trail.write({ n: round * 100 + n });
    await trail.close();
  }
  const path = join(folder, 'audit', 'audit.jsonl');
  expect(lines(path)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(warnings).toEqual([]);
});

it('begins a new file when one is full, and keeps the newest', async () => {
  const trail = open(join(folder, 'audit'), { fileBytes: 30, keptFiles: 2 });
  for (let n = 0; n < 20; n += 1) {
    trail.write({ n });
    await new Promise((resolve) => setImmediate(resolve));
    await trail.close();
  }
  const names = readdirSync(join(folder, 'audit')).sort();
  expect(names).toHaveLength(3);
  const all = names.flatMap((name) => lines(join(folder, 'audit', name)));
  expect([...all].sort((a, b) => a - b).at(-1)).toBe(19);
  for (const name of names) expect(statSync(join(folder, 'audit', name)).size).toBeLessThanOrEqual(30);
});

it('tells the operator when it cannot write, and goes on', async () => {
  writeFileSync(join(folder, 'file'), '');
  const trail = open(join(folder, 'file'));
  trail.write({ n: 1 });
  await trail.close();
  expect(warnings).toEqual(['The audit trail cannot be written; records are lost.']);
});
