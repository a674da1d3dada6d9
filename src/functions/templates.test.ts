import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, startHarness } from './testing/harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ templates: true });
});
afterEach(() => harness.close());

const ENVIRONMENT = `exports.handler = async () => ({ environment: process.env, cwd: process.cwd(), pid: process.pid,
  args: process.execArgv, found: require('helper') });`;
const files = { 'index.js': ENVIRONMENT, 'helper.js': 'module.exports = "by NODE_PATH";' };

/** The processes that wait to be told which function they are, by the environment that they were started in. */
function waiting(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'latin1');
        return environment.includes(harness.workDirectory) && environment.includes('SALLYPORT_TEMPLATE=1');
      } catch {
        return false;
      }
    });
}

test('there is none before the first instance; the second is one, in the environment of its function alone', async () => {
  expect(waiting()).toEqual([]);
  const first = await harness.deploy(files);
  const cold = (await harness.invoke(first)).json;
  expect(cold.args).toContain('--max-old-space-size=128');
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
  const [template] = waiting();

  const taking = async () => {
    const second = await harness.deploy(files, { environment: { OWN: 'x', TZ: 'Asia/Tokyo' } });
    return { second, json: (await harness.invoke(second)).json };
  };
  // It is there a moment before its group is; until then, functions start by themselves.
  let { second, json } = await taking();
  for (let turn = 0; turn < 20 && json.pid !== template; turn += 1) ({ second, json } = await taking());
  expect(json.pid).toBe(template);
  expect(json.cwd).toBe(second.codeDirectory);
  expect(json.found).toBe('by NODE_PATH');
  expect(json.environment).toMatchObject({ OWN: 'x', LAMBDA_TASK_ROOT: second.codeDirectory });
  // What stands in the environment besides is what it is without a template.
  const names = (environment: object) => Object.keys(environment).filter((name) => name !== 'OWN');
  expect(names(json.environment).sort()).toEqual(names(cold.environment).sort());
});

test('a function whose settings are read when Node.js starts is started by itself', async () => {
  await harness.invoke(await harness.deploy(files));
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
  const [template] = waiting();
  for (const environment of [{ NODE_OPTIONS: '--no-warnings' }, { UV_THREADPOOL_SIZE: '8' }, { LC_ALL: 'C' }]) {
    const { json } = await harness.invoke(await harness.deploy(files, { environment }));
    expect(json.environment).toMatchObject(environment);
    expect(json.pid).not.toBe(template);
  }
  const { json } = await harness.invoke(await harness.deploy({ ...files, 'lib/libown.so.1': '' }));
  expect(json.pid).not.toBe(template);
  expect(waiting()).toEqual([template]);
  const usual = await harness.deploy(files, { environment: { NODE_ENV: 'production' } });
  expect((await harness.invoke(usual)).json.pid).toBe(template);
});

test('one that nobody takes is ended, and none outlives its runtime', async () => {
  const own = await startHarness({ templates: true, idleTimeoutMs: 2_000 });
  const before = harness;
  harness = own;
  try {
    await own.invoke(await own.deploy(files));
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(waiting, { timeout: 15_000 }).toHaveLength(0);
    await own.invoke(await own.deploy(files));
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
    await own.runtime.close(0);
    // It has been killed; on a busy machine the kernel takes a moment.
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
  } finally {
    await own.close();
    harness = before;
  }
});

test('one that ends while credentials are fetched is not waited for', async () => {
  let meanwhile = () => undefined as unknown;
  const own = await startHarness({
    templates: true,
    async credentialsOf() {
      meanwhile();
      // Long enough for its end to be told.
      await new Promise((resolve) => setTimeout(resolve, 100));
      return undefined;
    },
  });
  const before = harness;
  harness = own;
  try {
    await own.invoke(await own.deploy(files));
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
    const [template = 0] = waiting();
    meanwhile = () => process.kill(template, 'SIGKILL');
    const began = performance.now();
    expect((await own.invoke(await own.deploy(files))).json.pid).not.toBe(template);
    expect(performance.now() - began).toBeLessThan(5_000);
  } finally {
    await own.close();
    harness = before;
  }
});
