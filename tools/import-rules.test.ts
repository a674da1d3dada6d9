import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../src/package/index.ts';

// The one-way imports of docs/architecture.md, each broken once in a small house of its own.
let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'sallyport-house-'));
  symlinkSync(join(packageRoot, 'node_modules'), join(house, 'node_modules'));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function room(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** The names of the rules that the house breaks, as `npm run check:imports` would report them. */
function brokenRules(): string[] {
  const cruiser = join(packageRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(packageRoot, '.dependency-cruiser.cjs');
  const { stdout } = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', 'src'], {
    cwd: house,
    encoding: 'utf8',
  });
  const report: { summary: { violations: { rule: { name: string } }[] } } = JSON.parse(stdout);
  return report.summary.violations.map(({ rule }) => rule.name).sort();
}

test.each([
  ['the store knows a service', 'store', 'services/apigateway', ['data-knows-no-plane']],
  ['the data plane reads the store', 'gateway', 'store', ['data-plane-reads-no-store']],
  ['the control plane knows the data plane', 'control', 'gateway', ['control-stands-alone']],
  ['a pure room knows stored data', 'http', 'model', ['pure-rooms-know-no-data']],
  ['a service knows another', 'services/lambda', 'services/apigateway', ['services-do-not-know-each-other']],
  ['a plane knows the composition root', 'functions', 'server', ['planes-know-no-server']],
])('%s: refused', (_what, from, to, rules) => {
  room(`src/${to}/index.ts`, 'export const face = 1;\n');
  const up = '../'.repeat(from.split('/').length);
  room(`src/${from}/index.ts`, `import { face } from '${up}${to}/index.ts';\nexport const own = face;\n`);
  expect(brokenRules()).toEqual(rules);
});

test('another room is entered through its index.ts', () => {
  room('src/model/secret.ts', 'export const inside = 1;\n');
  room('src/gateway/index.ts', "import { inside } from '../model/secret.ts';\nexport const own = inside;\n");
  expect(brokenRules()).toEqual(['rooms-have-a-door']);
});

test('the way down is open', () => {
  room('src/model/index.ts', 'export const face = 1;\n');
  room('src/gateway/index.ts', "import { face } from '../model/index.ts';\nexport const own = face;\n");
  room('src/server/index.ts', "import { own } from '../gateway/index.ts';\nexport const all = own;\n");
  expect(brokenRules()).toEqual([]);
});
