import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { runProgram } from '../support/client-program.ts';
import { credentials } from '../support/sallyport.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const command = [process.execPath, join(packageRoot, 'dist', 'sallyport.js')] as const;

/** Runs the built command with what the AWS CLI would have in its environment. */
function sallyport(...args: readonly string[]) {
  const [node, script] = command;
  return runProgram(node, [script, ...args], environment());
}

function environment() {
  return {
    HOME: folder,
    AWS_ENDPOINT_URL: inject('sallyport').controlUrl,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}

const json = async (...args: readonly string[]) => JSON.parse((await sallyport(...args, '--json')).stdout);

const mock = {
  responses: { 200: { description: 'ok' } },
  'x-amazon-apigateway-integration': {
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: { default: { statusCode: '200' } },
  },
};

async function file(name: string, title: string, paths: object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify({ openapi: '3.0.1', info: { title, version: '1' }, paths }));
  return path;
}

test('an API’s whole life by our own command: import, call, change, diff, deploy, roll back, export, import again', async () => {
  const title = `pets-${process.pid}`;
  const first = await file('first.json', title, { '/pets': { get: mock } });
  const { id } = await json('import', first, '--stage', 'dev');
  const invoke = (path: string) => fetch(`${inject('sallyport').gatewayUrl}/_aws/execute-api/${id}/dev${path}`);
  expect((await invoke('/pets')).status).toBe(200);
  expect((await sallyport('apis')).stdout).toMatch(new RegExp(`^${id} +${title} +dev +\\d{4}-`, 'm'));
  expect((await sallyport('routes', title)).stdout).toMatch(/^GET +\/pets +NONE +MOCK$/m);

  const second = await file('second.json', title, { '/pets': { get: mock }, '/toys': { post: mock } });
  await sallyport('import', second, '--api', id);
  expect(await sallyport('diff', title)).toMatchObject({ status: 0, stdout: '+ POST /toys\n' });
  expect((await invoke('/toys')).status).toBe(403);

  const { deploymentId } = await json('deploy', id, '--stage', 'dev', '--description', 'toys');
  expect((await sallyport('diff', id)).stdout).toBe('Nothing differs.\n');
  expect((await fetch(`${(await invoke('/toys')).url}`, { method: 'POST' })).status).toBe(200);

  const rolledBack = await json('rollback', id);
  expect(rolledBack).toMatchObject({ stageName: 'dev', replacedDeploymentId: deploymentId });
  expect((await invoke('/toys')).status).toBe(403);
  expect((await sallyport('diff', id, '--from', deploymentId, '--to', rolledBack.deploymentId)).stdout).toBe(
    '- POST /toys\n',
  );

  const exported = join(folder, 'exported.yaml');
  expect((await sallyport('export', id, '--working', '--yaml', '--output', exported)).status).toBe(0);
  expect(await readFile(exported, 'utf8')).toContain('/toys:');
  const copy = await json('import', exported);
  expect(
    (await json('routes', copy.id)).map(({ method, path }: { method: string; path: string }) => `${method} ${path}`),
  ).toEqual(['GET /pets', 'POST /toys']);
});

test.each([
  ['an API that is not there', ['routes', 'nosuch'], /^There is no API nosuch; /],
  ['a file that is not there', ['import', '/nosuch.json'], /^\/nosuch\.json cannot be read \(ENOENT\)\.$/m],
  ['a stage that is not named', ['deploy', 'x'], /required option '--stage <name>'/],
  ['a server that is not there', ['apis', '--endpoint-url', 'http://127.0.0.1:1'], /^No Sallyport answers at /],
] as const)('%s is told in one sentence, with exit code 1', async (_what, args, message) => {
  const { status, stdout, stderr } = await sallyport(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(message);
});

test('AWS’s own error is shown as the AWS CLI shows it, and the API stays as it was', async () => {
  const path = join(folder, 'broken.json');
  await writeFile(path, '{');
  const { status, stderr } = await sallyport('import', path);
  expect([status, stderr.split(':', 1)[0]]).toEqual([1, 'BadRequestException']);
});

test('a reader that leaves in the middle of a long answer ends the command quietly', async () => {
  const description = 'long '.repeat(200);
  const paths = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [`/long-${n}`, { get: { ...mock, description } }]),
  );
  const { id } = await json('import', await file('long.json', `long-${process.pid}`, paths), '--stage', 'dev');
  const script = `exec 3>&1; { "$@"; echo "$?" >&3; } | head -1 >/dev/null`;
  const ran = await runProgram('sh', ['-c', script, 'sh', ...command, 'export', id, '--stage', 'dev'], {
    ...environment(),
    PATH: process.env.PATH,
  });
  expect(ran).toEqual({ status: 0, stdout: '141\n', stderr: '' });
});
