import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../package/index.ts';
import { nodeVersionProblem } from './node-version.ts';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0', '100.0.0'])('%s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

test.each(['18.20.4', '20.18.3', '19.19.0', '20.9.0'])('%s is refused in one sentence that names both', (version) => {
  expect(nodeVersionProblem(version)).toBe(`Sallyport needs Node.js 20.19 or newer; this is ${version}.`);
});

test('package.json says the same', () => {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  expect(manifest.engines.node).toBe('>=20.19.0');
});
