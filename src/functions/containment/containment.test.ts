import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from '../testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const node = (body: string) => ({ 'index.js': `exports.handler = async () => { ${body} };` });
const errorOf = async (files: Readonly<Record<string, string>>, settings = {}) => {
  const version = await harness.deploy(files, { timeoutMs: 15_000, ...settings });
  const { functionError, json } = await harness.invoke(version);
  expect(functionError).toBe('Unhandled');
  return json;
};
const killed = {
  errorType: 'Runtime.ExitError',
  // As users of AWS report it of a function that uses more memory than it has.
  errorMessage: expect.stringMatching(/Error: Runtime exited with error: signal: killed$/),
};

test('memory outside of Node.js’s heap is bounded, and the next call is served', async () => {
  const files = node(`const all = []; for (;;) { all.push(Buffer.alloc(8 * 1048576, 1));
    await new Promise((resolve) => setTimeout(resolve, 10)); }`);
  expect(await errorOf(files)).toMatchObject(killed);
  const well = await harness.deploy(node('return 1;'));
  expect((await harness.invoke(well)).json).toBe(1);
});

test('memory of a Python function is bounded', async () => {
  const files = {
    'app.py':
      'import time\ndef handler(event, context):\n  all = []\n  while True:\n    all.append(bytearray(8 * 1048576))\n    time.sleep(0.01)\n',
  };
  expect(await errorOf(files, { runtime: 'python3.12', handler: 'app.handler' })).toMatchObject(killed);
});

test('memory of a function’s children counts as its own', async () => {
  const child = `const all = []; setInterval(() => all.push(Buffer.alloc(8 * 1048576, 1)), 10)`;
  const files = node(`require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
    await new Promise(() => setInterval(() => {}, 1000));`);
  expect(await errorOf(files)).toMatchObject(killed);
});

test('temporary storage is bounded', async () => {
  const files = node(`const { appendFileSync } = require('node:fs');
    for (let i = 0; i < 400; i++) { appendFileSync(process.env.TMPDIR + '/f', Buffer.alloc(1048576));
      await new Promise((resolve) => setTimeout(resolve, 10)); } return 'filled';`);
  expect(await errorOf(files, { ephemeralStorageMb: 16 })).toMatchObject(killed);
  expect(harness.lines.some((line) => line.includes('exceeded its limit of storage'))).toBe(true);
});

test('open files are bounded, and no core is dumped', async () => {
  const version = await harness.deploy(
    node(`return require('node:child_process').execSync('ulimit -n; ulimit -c').toString().trim().split('\\n');`),
  );
  expect((await harness.invoke(version)).json).toEqual(['1024', '0']);
});
