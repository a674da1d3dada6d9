import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageVersion } from '../package/index.ts';
import { openDataDirectory } from '../server/data-directory/index.ts';

const runner = fileURLToPath(new URL('../../tools/run-ts.mjs', import.meta.url));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the real command in a process of its own, with an environment of its own. */
function sallyport(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, main, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
  });
  return { status, stdout, stderr };
}

test('--version prints the package’s version', () => {
  expect(sallyport(['--version'])).toEqual({ status: 0, stdout: `${packageVersion()}\n`, stderr: '' });
});

test('--help names the commands, start --help the settings', () => {
  const { status, stdout } = sallyport(['--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}start .*\n(?:.*\n)* {2}credentials /m);
  const start = sallyport(['start', '--workers', 'many', '--help']);
  expect(start.status).toBe(0);
  expect(start.stdout).toContain('--control-port NUMBER');
});

test.each([
  [['strat'], "unknown command 'strat'"],
  [['--flag'], "unknown option '--flag'"],
])('%j is refused with exit code 1', (args, message) => {
  const { status, stdout, stderr } = sallyport(args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(message);
});

test('wrong settings are told together, without a stack, with exit code 1', () => {
  expect(sallyport(['start', '--wrkers', '2'], { SALLYPORT_HOST: ' ' })).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'Unknown flag --wrkers; did you mean --workers?\nSALLYPORT_HOST is " "; allowed is an IP address or a host name.\n',
  });
});

test('an old Node.js is refused before anything else is loaded', () => {
  const preload = join(folder, 'old-node.cjs');
  writeFileSync(preload, "Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } });");
  // The bundle's own tool needs the real version: the lie begins when the command is loaded.
  const script = `const { importTs } = await import(${JSON.stringify(runner)});
    await import(${JSON.stringify(preload)}); await importTs(${JSON.stringify(main)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, 'Sallyport needs Node.js 20.19 or newer; this is 18.20.4.\n']);
});

test.each([['start --help'], ['--help']])('%s ends quietly when nobody reads what it prints', (args) => {
  const command = [process.execPath, runner, main].join(' ');
  const script = `exec 3>&1; { ${command} ${args} 2>${folder}/said; echo "$?" >&3; } | true`;
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect([stdout, readFileSync(join(folder, 'said'), 'utf8')]).toEqual(['141\n', '']);
});

/** The data directory as a first start leaves it. */
async function makeDirectory() {
  const unset = { rootAccessKeyId: undefined, rootSecretAccessKey: undefined, masterKey: undefined };
  const settings = {
    dataDirectory: folder,
    ephemeral: false,
    accounts: ['222222222222'],
    masterKeyFile: undefined,
    ...unset,
  };
  const directory = await openDataDirectory(settings, randomBytes);
  await directory.close();
  return directory;
}

test('what credentials prints gives a shell the credentials of the data directory', async () => {
  const { rootCredentials: made } = await makeDirectory();
  const script = `eval "$(${[process.execPath, runner, main].join(' ')} credentials --data-dir ${folder} --control-port 4000)"
    printf '%s ' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_DEFAULT_REGION" "$AWS_ENDPOINT_URL"`;
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: { PATH: process.env.PATH } });
  expect(stdout.trim().split(' ')).toEqual([
    made.accessKeyId,
    made.secretAccessKey,
    'us-east-1',
    'http://127.0.0.1:4000',
  ]);
});

test('credentials of another account are its own', async () => {
  const { rootCredentials, accounts } = await makeDirectory();
  const { stdout } = sallyport(['credentials', '--data-dir', folder, '--account', '222222222222']);
  expect(stdout).toContain(accounts[0]?.rootCredentials.accessKeyId);
  expect(stdout).not.toContain(rootCredentials.accessKeyId);
  expect(sallyport(['credentials', '--data-dir', folder, '--account', '333333333333'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There are no root credentials in'),
  });
  expect(sallyport(['credentials', '--account', 'all']).stderr).toContain('sallyport credentials --account ID');
});

test('credentials of the environment are quoted for the shell, and a region that is set stays', () => {
  const environment = {
    SALLYPORT_ROOT_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    SALLYPORT_ROOT_SECRET_ACCESS_KEY: "it's$(here)",
  };
  const { stdout } = sallyport(['credentials'], environment);
  const shell = spawnSync('sh', ['-c', `${stdout}\nprintf '%s %s' "$AWS_SECRET_ACCESS_KEY" "$AWS_DEFAULT_REGION"`], {
    encoding: 'utf8',
    env: { AWS_DEFAULT_REGION: 'eu-west-3' },
  });
  expect(shell.stdout).toBe("it's$(here) eu-west-3");
});

test('credentials that are not there, or open to others, are told in one sentence', async () => {
  const file = join(folder, '.local/share/sallyport/root-credentials.json');
  expect(sallyport(['credentials'])).toEqual({
    status: 1,
    stdout: '',
    stderr: `There are no root credentials in ${file}; the first start makes them.\n`,
  });
  const path = join(folder, 'root-credentials.json');
  await makeDirectory();
  chmodSync(path, 0o644);
  const { status, stderr } = sallyport(['credentials', '--data-dir', folder]);
  expect(status).toBe(1);
  expect(stderr).toContain(`run: chmod 600 '${path}'`);
});
