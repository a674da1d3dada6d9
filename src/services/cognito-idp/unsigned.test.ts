import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { UNSIGNED_OPERATIONS } from './unsigned.ts';

it('the operations without a signature are those that the SDK does not sign', () => {
  const require = createRequire(import.meta.url);
  const main = require.resolve('@aws-sdk/client-cognito-identity-provider');
  const source = readFileSync(main.replace(/dist-cjs.*/, 'dist-es/auth/httpAuthSchemeProvider.js'), 'utf8');
  const cases = [...source.matchAll(/case "(\w+)":\s*\{\s*options\.push\(createSmithyApiNoAuth/g)].map(
    ([, name]) => name,
  );
  expect(cases.length).toBeGreaterThan(30);
  expect([...UNSIGNED_OPERATIONS].sort()).toEqual(cases.sort());
});
