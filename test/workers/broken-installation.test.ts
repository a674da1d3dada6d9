import { once } from 'node:events';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyInstallation, type Installation } from '../support/installation.ts';
import { until, workersOf } from '../support/processes.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

// An upgrade that goes wrong, or has not come to its end, while a server runs.

let installation: Installation;
let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let path: string;

beforeAll(async () => {
  installation = await copyInstallation();
  server = await startSallyport(['--ephemeral', '--workers', '1', '--drain-timeout', '2'], { installation });
  upstream = await startUpstream((_request, response) => response.end('served'));
  path = `/_aws/execute-api/${await deployProxy(sdk(server.controlUrl), 'pets', upstream.url, 'dev')}/dev/pets`;
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
  await installation.remove();
});

async function served(baseUrl: string): Promise<string> {
  return (await fetch(`${baseUrl}${path}`)).text();
}

const workers = (): number[] => workersOf(server.process.pid);

test('a request on the control port is answered also when the gateway cannot be loaded, and the next one tries again', async () => {
  const chunks = join(installation.folder, 'dist', 'chunks');
  const gateways = (await readdir(chunks)).filter((name) => /^gateway-.*\.js$/.test(name));
  for (const name of gateways) await rename(join(chunks, name), join(chunks, `${name}.away`));
  const answer = await fetch(`${server.controlUrl}${path}`);
  expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal server error' }]);
  await until('it is told', () => server.output().includes('The gateway of the control port could not be loaded.'));
  for (const name of gateways) await rename(join(chunks, `${name}.away`), join(chunks, name));
  expect(await served(server.controlUrl)).toBe('served');
});

test('SIGHUP leaves the old workers where new ones cannot start', async () => {
  const before = workers();
  const file = join(installation.folder, 'dist', 'worker.js');
  const whole = await readFile(file);
  await writeFile(file, 'process.exit(3);\n');
  server.process.kill('SIGHUP');
  await until('the failure is told', () => server.output().includes('the old ones go on'));
  expect(workers()).toEqual(before);
  expect(await served(server.gatewayUrl)).toBe('served');
  await writeFile(file, whole);
});

test('SIGHUP and the end of a worker leave the server alive where no process can be started, until one can', async () => {
  const [worker] = workers();
  await rename(installation.node, `${installation.node}-away`);
  const told = server.output().length;
  server.process.kill('SIGHUP');
  await until('the failure is told', () => server.output().slice(told).includes('the old ones go on'));
  expect(await served(server.gatewayUrl)).toBe('served');

  process.kill(worker ?? 0, 'SIGKILL');
  await until('the second attempt has failed, too', () => (server.output().match(/trying again/g) ?? []).length > 1);
  expect(server.process.exitCode).toBeNull();
  expect((await fetch(`${server.controlUrl}/health`)).status).toBe(503);

  await rename(`${installation.node}-away`, installation.node);
  const isReady = async () => (await fetch(`${server.controlUrl}/health`)).status === 200;
  await until('a worker is there again', isReady, server.output);
  expect(await served(server.gatewayUrl)).toBe('served');
  expect(workers()).toHaveLength(1);
});

test('SIGHUP replaces a worker that does not hear any more', async () => {
  const before = workers();
  for (const pid of before) process.kill(pid, 'SIGSTOP');
  server.process.kill('SIGHUP');
  await until('it is replaced', () => workers().every((pid) => !before.includes(pid)), server.output);
  await until('another serves', async () => (await served(server.gatewayUrl)) === 'served', server.output);
});

test('and it still ends in order', async () => {
  const ended = once(server.process, 'exit');
  await server.stop();
  expect(await ended).toEqual([0, null]);
});
