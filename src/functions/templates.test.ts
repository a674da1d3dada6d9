import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FunctionVersion } from '../model/index.ts';
import { type Harness, startHarness } from './testing/harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ templates: true });
});
afterEach(() => harness.close());

const ENVIRONMENT = `exports.handler = async () => ({ environment: process.env, cwd: process.cwd(), pid: process.pid,
  args: process.execArgv, found: require('helper') });`;
const files = { 'index.js': ENVIRONMENT, 'helper.js': 'module.exports = "by NODE_PATH";' };

/** The processes that wait to be told which function they are, or have been told: by the environment that they were started in. */
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

/** Starts functions until one of them is a template: that is there a moment before its group is, and until then they start by themselves. */
async function taken(template: number | undefined, deploy: () => Promise<FunctionVersion>) {
  for (let turn = 0; turn < 20; turn += 1) {
    const second = await deploy();
    const { json } = await harness.invoke(second);
    if (json.pid === template) return { second, json };
  }
  throw new Error('It is not taken.');
}

test('there is none before the first instance; the second is one, in the environment of its function alone', async () => {
  expect(waiting()).toEqual([]);
  const first = await harness.deploy(files);
  const cold = (await harness.invoke(first)).json;
  // AWS's own start of Node.js (copies of `/var/runtime/bootstrap` in public repositories) has these, of 128 MB.
  const options = [
    '--expose-gc',
    '--max-http-header-size=81920',
    '--max-semi-space-size=6',
    '--max-old-space-size=116',
  ];
  // And ours, below two vCPUs.
  expect(cold.args).toEqual([...options, '--no-parallel-scavenge']);
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
  const [template] = waiting();

  const { second, json } = await taken(template, () =>
    harness.deploy(files, { environment: { OWN: 'x', TZ: 'Asia/Tokyo' } }),
  );
  expect(json.cwd).toBe(second.codeDirectory);
  expect(json.args).toEqual(cold.args);
  expect(json.found).toBe('by NODE_PATH');
  expect(json.environment).toMatchObject({ OWN: 'x', LAMBDA_TASK_ROOT: second.codeDirectory });
  // What stands in the environment besides is what it is without a template.
  const names = (environment: object) => Object.keys(environment).filter((name) => name !== 'OWN');
  expect(names(json.environment).sort()).toEqual(names(cold.environment).sort());
});

test('Node.js has the heap that the memory of the function allows, as without one', async () => {
  // V8 takes its bound when it starts, and no word of a later one.
  const source = `exports.handler = async () => ({ pid: process.pid, heap: require('v8').getHeapStatistics().heap_size_limit });`;
  const deploy = (memorySizeMb: number) => harness.deploy({ 'index.js': source }, { memorySizeMb });
  const cold = (await harness.invoke(await deploy(256))).json;
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
  const [template] = waiting();

  const { json } = await taken(template, () => deploy(256));
  expect(json.heap).toBe(cold.heap);
  const others = () => waiting().filter((pid) => pid !== template);
  await expect.poll(others, { timeout: 10_000 }).toHaveLength(1);
  const another = (await harness.invoke(await deploy(512))).json;
  expect(another.heap).toBeGreaterThan(cold.heap);
  await expect.poll(others, { timeout: 10_000 }).toHaveLength(2);
});

test('of many programs, those that were asked for last are kept ready', async () => {
  for (const memorySizeMb of [128, 256, 384, 512, 640, 768]) {
    await harness.invoke(await harness.deploy(files, { memorySizeMb }));
  }
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(4);
  const ready = waiting();
  const { json } = await harness.invoke(await harness.deploy(files, { memorySizeMb: 512 }));
  expect(ready).toContain(json.pid);
  // Another of the same is started, and none of any other.
  await expect.poll(() => waiting().filter((pid) => !ready.includes(pid)), { timeout: 10_000 }).toHaveLength(1);
  expect(waiting().filter((pid) => pid !== json.pid)).toHaveLength(4);
});

/** What a Python function sees of its process, besides its own pid and the time. */
const PYTHON = `import locale, os, signal, sys, time
def handler(event, context):
    return {'pid': os.getpid(), 'environment': dict(os.environ), 'cwd': os.getcwd(), 'arguments': sys.argv, 'path': sys.path,
      'modules': sorted(sys.modules), 'flags': repr(sys.flags), 'zone': time.tzname[0], 'input': sys.stdin.read(),
      'locale': locale.setlocale(locale.LC_ALL), 'output': [sys.stdout.encoding, sys.stdout.errors, sys.stdout.line_buffering],
      'files': sorted(os.listdir('/proc/self/fd')), 'signals': [str(signal.getsignal(each)) for each in signal.valid_signals()]}`;
const python = { runtime: 'python3.12', handler: 'app.handler' };

test('a Python function cannot tell whether it has been started by itself or from a template', async () => {
  const environment = { OWN: 'x', TZ: 'Asia/Tokyo' };
  const deploy = () => harness.deploy({ 'app.py': PYTHON }, { ...python, environment });
  const first = await deploy();
  const cold = (await harness.invoke(first)).json;
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
  const [template] = waiting();

  const { second, json } = await taken(template, deploy);
  expect(json.zone).toBe('JST');
  expect(json.cwd).toBe(second.codeDirectory);
  const own = ({ pid: _, environment, path, cwd: __, ...rest }: typeof json) => ({
    ...rest,
    names: Object.keys(environment).sort(),
    path: path.slice(1),
  });
  expect(own(json)).toEqual(own(cold));
  expect(json.path[0]).toBe(second.codeDirectory);
});

test('a function whose settings are read when Python starts is started by itself', async () => {
  await harness.invoke(await harness.deploy({ 'app.py': PYTHON }, python));
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
  const [template] = waiting();
  const environment = { PYTHONHASHSEED: '0' };
  const { json } = await harness.invoke(await harness.deploy({ 'app.py': PYTHON }, { ...python, environment }));
  expect(json.environment).toMatchObject(environment);
  expect(json.pid).not.toBe(template);
  // What Node.js reads is nothing to it.
  const usual = { ...python, environment: { NODE_OPTIONS: '--no-warnings' } };
  await taken(template, () => harness.deploy({ 'app.py': PYTHON }, usual));
});

test('each interpreter has its own', async () => {
  await harness.invoke(await harness.deploy(files));
  await harness.invoke(await harness.deploy({ 'app.py': PYTHON }, python));
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(2);
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
  await taken(template, () => harness.deploy(files, { environment: { NODE_ENV: 'production' } }));
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
