import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { until } from '../support/processes.ts';
import { startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { known, sdk } from '../support/sdk.ts';
import { createZip } from '../support/zip.ts';

/** Tries everything that a function must not be able to do, and tells the error codes. */
const code = `
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const { spawnSync } = require('node:child_process');
const attempt = (what) => { try { what(); return 'done'; } catch (error) { return error.code; } };
const connect = (port) => new Promise((resolve) => net.connect(port, '127.0.0.1')
  .on('connect', () => resolve('connected')).on('error', (error) => resolve(error.code)));
/** Answers in the place of whose Runtime API it is; an invocation that there is not is refused by name. */
const ask = async (api) => {
  const url = 'http://' + api + '/2018-06-01/runtime/invocation/none/response';
  return fetch(url, { method: 'POST', body: '1' }).then(({ status }) => status, (error) => error.cause?.code);
};
const session = () => fs.readFileSync('/proc/self/autogroup', 'utf8');
exports.handler = async ({ secret, store, pid, port, neighbour }) => secret === undefined ? session() : ({
  secret: attempt(() => fs.readFileSync(secret)),
  store: attempt(() => fs.readFileSync(store)),
  environment: attempt(() => fs.readFileSync('/proc/' + pid + '/environ')),
  kill: attempt(() => process.kill(pid, 0)),
  code: attempt(() => fs.writeFileSync(__dirname + '/left', '')),
  own: fs.readFileSync(__filename).length > 0,
  temporary: attempt(() => fs.writeFileSync(require('node:os').tmpdir() + '/f', '')),
  user: process.getuid(),
  groups: fs.readFileSync('/proc/self/cgroup', 'utf8'),
  session: session(),
  nice: os.getPriority(),
  limits: spawnSync('sh', ['-c', 'ulimit -n; ulimit -c; umask'], { encoding: 'utf8' }).stdout.split('\\n'),
  processes: spawnSync('sh', ['-c', 'for i in $(seq 2000); do sleep 60 >/dev/null 2>&1 & echo $i; done'], { encoding: 'utf8' })
    .stdout.trim().split('\\n').length,
  control: await connect(port),
  ownApi: await ask(process.env.AWS_LAMBDA_RUNTIME_API),
  otherApi: neighbour && await ask(neighbour),
});`;
const REFUSED = expect.stringMatching(/^(EACCES|ENOENT|EPERM|ESRCH|EROFS)$/);

/** Root without the right to make namespaces, as in a container; and a user like any other. */
const AS = {
  container: 'setpriv --inh-caps=-all --bounding-set=-sys_admin',
  user: 'setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps=-all',
};
const isRoot = process.getuid?.() === 0;
const canBecome = isRoot && execFileSync('sh', ['-c', 'command -v setpriv || :']).length > 0;

/** Starts a server as somebody, and gives what it says of functions and what a function can do. */
async function run(as: keyof typeof AS | undefined, flags: readonly string[] = []) {
  const folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
  const data = join(folder.path, 'data');
  await mkdir(data, { mode: 0o700 });
  if (as === 'user') await chown(data, 65_534, 65_534);
  const node = join(folder.path, 'node');
  await writeFile(node, `#!/bin/sh\nexec ${as === undefined ? '' : AS[as]} '${process.execPath}' "$@"\n`, {
    mode: 0o755,
  });
  const installation = { folder: packageRoot, node };
  const server = await startSallyport(['--data-dir', data, '--max-workers', '1', ...flags], { installation });
  try {
    const { functions } = sdk(server.controlUrl);
    const create = async (FunctionName: string, source: string) => {
      await functions.createFunction({
        FunctionName,
        Runtime: 'nodejs20.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::000000000000:role/nobody',
        Timeout: 20,
        // The thousand processes that it leaves have 108 KB each (RssAnon), which with its own memory is all of 128 MB.
        MemorySize: 512,
        Code: { ZipFile: createZip({ 'index.js': source }) },
      });
      return FunctionName;
    };
    const FunctionName = await create('prisoner', code);
    const other = await create('neighbour', 'exports.handler = async () => process.env.AWS_LAMBDA_RUNTIME_API;');
    const { Payload: neighbour } = await functions.invoke({ FunctionName: other });
    const Payload = JSON.stringify({
      secret: join(data, 'master.key'),
      store: join(data, 'store.db'),
      pid: server.process.pid,
      port: Number(new URL(server.controlUrl).port),
      neighbour: JSON.parse(known(neighbour).transformToString()),
    });
    const said = /Functions\s+(.*)/.exec(server.output())?.[1];
    const look = async (event: string) => {
      const answer = await functions.invoke({ FunctionName, Payload: event });
      return JSON.parse(known(answer.Payload).transformToString());
    };
    // The kernel may put off the weight of a session for a moment (`containment/groups/priorities.ts`).
    for (let turn = 0; turn < 20 && said?.includes('with autogroup'); turn += 1) {
      if (HAS_WEIGHT.test(await look('{}'))) break;
      await setTimeout(100);
    }
    // Once, since it leaves as many processes behind as it may have.
    const seen = await look(Payload);
    return { said, seen };
  } finally {
    await server.stop();
    await folder.remove();
  }
}

const HAS_WEIGHT = / nice 5\n$/;
const NOTHING = { secret: REFUSED, store: REFUSED, environment: REFUSED, kill: REFUSED, code: REFUSED };
/** Lambda guide, "Using the Lambda runtime API": 400 for an invocation that it does not have. */
const ITS_OWN = {
  own: true,
  temporary: 'done',
  ownApi: 400,
  otherApi: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/),
};

/** What every machine keeps, and its share of the CPU by what this server has said. */
function expectLimits(said: string | undefined, seen: Readonly<Record<string, unknown>>) {
  expect(seen.limits).toEqual(['1024', '0', '0022', '']);
  // Lambda quotas: 1,024 processes, of which some are its own.
  expect(seen.processes).toBeGreaterThan(900);
  expect(seen.processes).toBeLessThan(1_024);
  const [, how] = /CPU shared by memory, with (\w+)/.exec(said ?? '') ?? [];
  if (how === 'autogroup') expect(seen.session).toMatch(HAS_WEIGHT);
  else if (how === 'nice') expect(seen.nice).toBe(5);
  else expect(seen.groups).toMatch(/\/sallyport\.\d+\.\d+\.0\/fn-\d+\n/);
}

test('a function reaches neither what the server keeps nor its process, and has what is its own', async ({ skip }) => {
  const { said, seen } = await run(undefined);
  if (said?.startsWith('limits alone')) skip(`this machine has no more: ${said}`);
  expect(seen).toMatchObject({ ...NOTHING, ...ITS_OWN, control: 'connected' });
  expectLimits(said, seen);
});

test.skipIf(!canBecome)(
  'in a container without namespaces it is a user of its own (needs root and setpriv)',
  async () => {
    const { said, seen } = await run('container');
    expect(said).toMatch(/^users of their own; .* \(A view of its own: /);
    expect(seen).toMatchObject({ ...NOTHING, ...ITS_OWN, control: 'connected' });
    expectLimits(said, seen);
    expect(seen.user).toBeGreaterThan(1000);
  },
);

test.skipIf(!canBecome)(
  'a server that is no root keeps it by user namespaces (needs root and setpriv)',
  async ({ skip }) => {
    const { said, seen } = await run('user');
    if (said?.startsWith('limits alone')) skip(`this machine gives users no namespaces: ${said}`);
    expect(said).toMatch(/^file system and processes of their own; /);
    expect(seen).toMatchObject({ ...NOTHING, ...ITS_OWN, user: 65_534 });
    expectLimits(said, seen);
  },
);

test('without a network it speaks to nobody, and is called as ever', async ({ skip }) => {
  const { said, seen } = await run(undefined, ['--function-network', 'none']);
  if (said === undefined || !said.startsWith('file system')) skip(`this machine gives no namespaces: ${said}`);
  expect(seen).toMatchObject({
    ...NOTHING,
    ...ITS_OWN,
    ownApi: expect.anything(),
    otherApi: expect.stringMatching(/^(ENETUNREACH|ECONNREFUSED)$/),
    control: expect.stringMatching(/^(ENETUNREACH|ECONNREFUSED)$/),
  });
});

test.skipIf(!canBecome)(
  'a share of the CPU that is a limit is kept by control groups, or nothing is run (needs root and setpriv)',
  async ({ skip }) => {
    const server = await startSallyport(['--ephemeral', '--max-workers', '1', '--function-cpu', 'limit']);
    try {
      await until(
        'it has said what functions are kept to',
        () => server.output().includes('Functions'),
        () => server.output(),
      );
      if (!server.output().includes('cgroup')) skip(`this machine gives us no control groups: ${server.output()}`);
      expect(server.output()).toMatch(/; CPU limited by memory, with cgroup[12]\n/);
    } finally {
      await server.stop();
    }
    // A user to whom none is given.
    await expect(run('user', ['--function-cpu', 'limit'])).rejects.toThrow('no more than their share of the CPU');
  },
);
