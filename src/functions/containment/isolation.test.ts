import { chmod, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FunctionContainment } from '../../model/index.ts';
import { type Harness, startHarness } from '../testing/harness.ts';

/** As far as this machine can keep functions. */
let harness: Harness;
let kept: FunctionContainment;
let secret: string;
beforeAll(async () => {
  harness = await startHarness({ containment: 'full', templates: true });
  kept = await harness.runtime.containment();
  // As root credentials lie in a data directory: readable by their owner alone, in a folder that is.
  secret = join(dirname(harness.workDirectory), 'root-credentials.json');
  await writeFile(secret, 'secret', { mode: 0o600 });
});
afterAll(() => harness.close());

/** Runs the body of a handler that has `attempt(what)`: the error's code, or what came of it. */
async function run(body: string, settings = {}, event: unknown = {}) {
  const source = `const fs = require('node:fs');
    const attempt = (what) => { try { return what() ?? 'done'; } catch (error) { return error.code; } };
    exports.handler = async (event) => { ${body} };`;
  const version = await harness.deploy({ 'index.js': source }, { timeoutMs: 10_000, ...settings });
  const { json } = await harness.invoke(version, event);
  return { version, json };
}
const needs = (ability: keyof FunctionContainment, skip: (note: string) => void) => {
  if (!kept[ability]) skip(`this machine cannot: ${kept.missing.join('; ')}`);
};

test('what a function must not have, it does not get', async ({ skip }) => {
  if (!kept.namespaces && !kept.users) skip(`this machine cannot: ${kept.missing.join('; ')}`);
  const { json } = await run(
    `return {
      secret: attempt(() => fs.readFileSync(event.secret, 'utf8')),
      environment: attempt(() => fs.readFileSync('/proc/' + event.pid + '/environ', 'utf8')),
      memory: attempt(() => fs.openSync('/proc/' + event.pid + '/mem', 'r')),
      kill: attempt(() => process.kill(event.pid, 0)),
      code: attempt(() => fs.writeFileSync(process.env.LAMBDA_TASK_ROOT + '/index.js', '')),
      runtime: attempt(() => fs.writeFileSync(process.env.LAMBDA_RUNTIME_DIR + '/x', '')),
      capabilities: /^CapEff:\\s*(\\w+)/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1],
      noNewPrivileges: /^NoNewPrivs:\\s*(\\w+)/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1],
    };`,
    {},
    { secret, pid: process.pid },
  );
  const refused = expect.stringMatching(/^(EACCES|ENOENT|EPERM|ESRCH|EROFS)$/);
  expect(json).toEqual({
    ...{ secret: refused, environment: refused, memory: refused, kill: refused, code: refused, runtime: refused },
    ...{ capabilities: '0000000000000000', noNewPrivileges: '1' },
  });
});

test('an instance is a user that no other is, and not root', async ({ skip }) => {
  needs('users', skip);
  const users = await Promise.all([1, 2].map(async () => (await run('return process.getuid();')).json));
  expect(new Set([...users, 0]).size).toBe(3);
});

describe('in namespaces', () => {
  test('it sees the system’s programs, its own code and nothing else of the machine', async ({ skip }) => {
    needs('namespaces', skip);
    const { json } = await run(`return {
      root: fs.readdirSync('/').sort(), home: attempt(() => fs.readdirSync('/root')), task: fs.readdirSync('/var/task'),
      tmp: fs.readdirSync('/tmp'), code: fs.readdirSync('/code'), host: fs.readdirSync('/host'),
      processes: fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length,
      cwd: process.cwd(), file: __filename };`);
    expect(json).toMatchObject({
      ...{ home: 'ENOENT', task: ['index.js'], tmp: [], code: [], host: [], cwd: '/var/task' },
      file: '/var/task/index.js',
    });
    expect(json.root).not.toContain('home');
    // Its first, and itself.
    expect(json.processes).toBe(2);
  });

  test('a process that was ready before its function was known is kept as any other', async ({ skip }) => {
    needs('namespaces', skip);
    const body = `return [fs.readFileSync('/proc/self/environ', 'latin1').includes('SALLYPORT_TEMPLATE='),
      fs.readdirSync('/code').length, fs.readdirSync('/var/task').length,
      attempt(() => fs.writeFileSync('/var/task/x', '')), attempt(() => fs.readdirSync(event.work))];`;
    const event = { work: harness.workDirectory };
    await run(body, {}, event);
    // The environment that it was started with tells a template.
    await expect
      .poll(async () => (await run(body, {}, event)).json, { timeout: 10_000 })
      .toEqual([true, 0, 1, 'EROFS', 'ENOENT']);
  });

  test('what one leaves in /tmp no other sees, and its storage is bounded by the kernel', async ({ skip }) => {
    needs('namespaces', skip);
    const body = `const seen = fs.readdirSync('/tmp');
      fs.writeFileSync('/tmp/left', '');
      const filled = attempt(() => { for (;;) fs.appendFileSync('/tmp/full', Buffer.alloc(1 << 20)); });
      return { seen, filled, size: fs.statSync('/tmp/full').size >> 20 };`;
    // What a function on AWS hears when its /tmp is full.
    const expected = { seen: [], filled: 'ENOSPC' };
    for (const _ of [1, 2]) {
      const { json } = await run(body, { ephemeralStorageMb: 16 });
      expect(json).toMatchObject(expected);
      expect(json.size).toBeLessThanOrEqual(16);
    }
  });

  test('layers lie over one another at /opt', async ({ skip }) => {
    needs('namespaces', skip);
    const first = await harness.deploy({
      'both.txt': 'first',
      'nodejs/node_modules/one/index.js': 'module.exports = 1',
    });
    const second = await harness.deploy({
      'both.txt': 'second',
      'nodejs/node_modules/two/index.js': 'module.exports = 2',
    });
    const layerDirectories = [first.codeDirectory, second.codeDirectory];
    const body = `return [require('one'), require('two'), fs.readFileSync('/opt/both.txt', 'utf8'), require.resolve('two'),
      attempt(() => fs.writeFileSync('/opt/x', ''))];`;
    const { json } = await run(body, { layerDirectories });
    expect(json).toEqual([1, 2, 'second', '/opt/nodejs/node_modules/two/index.js', 'EROFS']);
    const alone = await run(`return fs.readFileSync('/opt/both.txt', 'utf8');`, {
      layerDirectories: [first.codeDirectory],
    });
    expect(alone.json).toBe('first');
  });

  test('an extension lives in the same place', async ({ skip }) => {
    needs('namespaces', skip);
    const extension = `#!/bin/sh
api="http://$AWS_LAMBDA_RUNTIME_API/2020-01-01/extension"
id=$(curl -sSD - -o /dev/null -X POST "$api/register" -H "Lambda-Extension-Name: $(basename "$0")" -d '{"events": ["INVOKE"]}' |
  tr -d '\r' | sed -n 's/^lambda-extension-identifier: //Ip')
echo "$0 $(id -u)" >/tmp/extension
while curl -sS -o /dev/null "$api/event/next" -H "Lambda-Extension-Identifier: $id"; do :; done
`;
    const layer = await harness.deploy({ 'extensions/one': extension });
    await chmod(join(layer.codeDirectory, 'extensions', 'one'), 0o755);
    const body = `for (let turn = 0; turn < 100 && !fs.existsSync('/tmp/extension'); turn++) await new Promise((done) => setTimeout(done, 20));
      return [fs.readFileSync('/tmp/extension', 'utf8'), process.getuid()];`;
    const { json } = await run(body, { layerDirectories: [layer.codeDirectory] });
    expect(json[0]).toBe(`/opt/extensions/one ${json[1]}\n`);
  });

  test('whatever it starts ends with it', async ({ skip }) => {
    needs('namespaces', skip);
    const mark = `9${process.pid}`;
    const { version } = await run(`
      require('node:child_process').spawn('sleep', ['${mark}'], { detached: true, stdio: 'ignore' }).unref();
      return 1;`);
    expect(await sleepers(mark)).toBe(1);
    harness.runtime.retire(version.arn);
    await expect.poll(() => sleepers(mark)).toBe(0);
  });

  test('a program may end by any signal or status, and is told by it', async ({ skip }) => {
    needs('namespaces', skip);
    const ended = async (body: string) => (await run(body)).json.errorMessage;
    expect(
      await ended(`process.kill(process.pid, 'SIGKILL'); return new Promise(() => setInterval(() => {}, 9));`),
    ).toMatch(/signal: killed$/);
    expect(await ended('process.exit(137);')).toMatch(/exit status 137$/);
  });

  test('a template file is not needed for a runtime of one’s own', async ({ skip }) => {
    needs('namespaces', skip);
    const bootstrap = `#!/bin/sh
next=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
while id=$(curl -sSD - -o /tmp/event "$next/next" | tr -d '\\r' | sed -n 's/^lambda-runtime-aws-request-id: //Ip'); do
  curl -sS -o /dev/null -d "\\"$PWD $0 $(id -u)\\"" "$next/$id/response"
done
`;
    const version = await harness.deploy({ bootstrap }, { runtime: 'provided.al2023' });
    expect((await harness.invoke(version)).json).toMatch(/^\/var\/task \/var\/task\/bootstrap [1-9]\d*$/);
  });
});

test('processes are counted by the kernel', async ({ skip }) => {
  needs('countsProcesses', skip);
  const { json } = await run(
    `const { stdout } = require('node:child_process').spawnSync('sh', ['-c',
      'for i in $(seq 2000); do sleep 60 >/dev/null 2>&1 & echo $i; done'], { encoding: 'utf8' });
    return Number(stdout.trim().split('\\n').at(-1));`,
    { memorySizeMb: 1024, timeoutMs: 30_000 },
  );
  expect(json).toBeLessThan(1024);
  expect(json).toBeGreaterThan(900);
});

async function sleepers(mark: string): Promise<number> {
  const { readdirSync, readFileSync } = await import('node:fs');
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'latin1') === `sleep\0${mark}\0`;
    } catch {
      // It has ended meanwhile.
      return false;
    }
  }).length;
}
