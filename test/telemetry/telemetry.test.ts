import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

const REQUESTS = 200;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let log: string;
let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let api: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  log = join(folder.path, 'access.log');
  server = await startSallyport(['--ephemeral', '--workers', '2', '--access-log', log]);
  upstream = await startUpstream((_request, response) => response.end('served'));
  api = await deployProxy(sdk(server.controlUrl), 'pets', upstream.url, 'dev');
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await folder.remove();
});

async function call(path: string, base = server.gatewayUrl): Promise<number> {
  const { status } = await fetch(`${base}/_aws/execute-api/${api}/dev${path}`, { headers: { Connection: 'close' } });
  return status;
}

async function count(name: string): Promise<number> {
  const page = await (await fetch(`${server.controlUrl}/metrics`)).text();
  const start = `${name}{api_id="${api}",api_name="pets",stage="dev"} `;
  const line = page.split('\n').find((one) => one.startsWith(start));
  return Number(line?.slice(start.length) ?? 0);
}

test('two workers and the control port count together and write whole lines into one file', async () => {
  await Promise.all(Array.from({ length: REQUESTS }, () => call('/pets')));
  expect(await call('/nothing')).toBe(403);
  expect(await call('/pets', server.controlUrl)).toBe(200);
  while ((await count('sallyport_apigateway_count_total')) < REQUESTS + 2) await later(50);
  expect(await count('sallyport_apigateway_count_total')).toBe(REQUESTS + 2);
  expect(await count('sallyport_apigateway_4xxerror_total')).toBe(1);
  expect(await count('sallyport_apigateway_5xxerror_total')).toBe(0);
  expect(await count('sallyport_apigateway_latency_seconds_count')).toBe(REQUESTS + 2);
  expect(await count('sallyport_apigateway_integration_latency_seconds_count')).toBe(REQUESTS + 1);
  while (lines(log).length < REQUESTS + 2) await later(50);
  const written = lines(log).map((line) => JSON.parse(line));
  expect(written).toHaveLength(REQUESTS + 2);
  expect(new Set(written.map(({ requestId }) => requestId)).size).toBe(REQUESTS + 2);
  expect(written.filter(({ status }) => status === 200)).toHaveLength(REQUESTS + 1);
  expect(written[0]).toMatchObject({ method: 'GET', protocol: 'HTTP/1.1', apiId: api, stage: 'dev' });
});

test('a file that logrotate moved is left, and what is gathered when the server stops is written', async () => {
  renameSync(log, `${log}.1`);
  await later(1_500);
  for (let n = 0; n < 10; n++) await call('/pets');
  await server.stop();
  expect(lines(`${log}.1`).length + lines(log).length).toBe(REQUESTS + 12);
  expect(lines(log).length).toBe(10);
});

test('a file that cannot be written stops the start with a sentence', () => {
  const path = join(folder.path, 'no', 'such', 'folder.log');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['dist/sallyport.js', 'start', '--ephemeral', '--access-log', path],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', HOME: folder.path },
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain(`The access log ${path} cannot be written (ENOENT)`);
});

function lines(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
