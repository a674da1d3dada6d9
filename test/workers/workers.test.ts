import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, workersOf } from '../support/processes.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startLoad, startWitness, type Witness } from './load.ts';

const CONNECTIONS = 16;

let server: Sallyport;
let upstream: Witness;
let url: string;

beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2']);
  upstream = await startWitness();
  const api = await deployProxy(sdk(server.controlUrl), 'pets', upstream.url, 'dev');
  url = `${server.gatewayUrl}/_aws/execute-api/${api}/dev/pets`;
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
});

const workers = (): number[] => workersOf(server.process.pid);

async function health(): Promise<{ workers: number }> {
  return (await (await fetch(`${server.controlUrl}/health`)).json()) as { workers: number };
}

async function metrics(): Promise<string> {
  return (await fetch(`${server.controlUrl}/metrics`)).text();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('workers accept connections themselves: also while the control process stands still', async () => {
  server.process.kill('SIGSTOP');
  try {
    // An address that names no API: nothing has to be asked for to answer it.
    const answers = Array.from({ length: 8 }, () =>
      fetch(server.gatewayUrl, { headers: { Connection: 'close' }, signal: AbortSignal.timeout(10_000) }),
    );
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(404);
  } finally {
    server.process.kill('SIGCONT');
  }
});

test('kill -9 of a worker under load: only its requests in flight fail, and it is replaced', async () => {
  const [victim] = workers();
  const load = startLoad(url, CONNECTIONS, upstream);
  await pause(300);
  process.kill(victim ?? 0, 'SIGKILL');
  await until(
    'the worker is gone and another is there',
    () => workers().length === 2 && !workers().includes(victim ?? 0),
  );
  await until('both serve', async () => (await health()).workers === 2);
  const { served, failed } = await load.stop();
  expect(served).toBeGreaterThan(100);
  // Each client has one request on its way at the most, and half of them, more or less, to this worker.
  expect(failed.length, failed.join()).toBeLessThanOrEqual(CONNECTIONS);
  expect(await metrics()).toContain('sallyport_worker_replacements_total 1');
});

test('SIGHUP replaces every worker under load without one failed request', async () => {
  const before = workers();
  const load = startLoad(url, CONNECTIONS, upstream);
  await pause(300);
  server.process.kill('SIGHUP');
  await until('both are new', () => workers().length === 2 && workers().every((pid) => !before.includes(pid)));
  const { served, failed } = await load.stop();
  expect(served).toBeGreaterThan(100);
  expect(failed).toEqual([]);
  expect((await health()).workers).toBe(2);
});

test('SIGHUP replaces one that was on its way when it came, too', async () => {
  const [victim = 0] = workers();
  process.kill(victim, 'SIGKILL');
  await until('its successor starts', () => workers().length === 2 && !workers().includes(victim));
  const before = workers();
  server.process.kill('SIGHUP');
  await until('both are new', () => workers().length === 2 && workers().every((pid) => !before.includes(pid)));
  await until('both serve', async () => (await health()).workers === 2);
});

test('a worker that is new knows what was deployed before it came', async () => {
  expect(await (await fetch(url)).text()).toBe('served');
});

test('a worker that does not hear is replaced before a deployment is answered', async () => {
  const [stuck] = workers();
  process.kill(stuck ?? 0, 'SIGSTOP');
  const api = /execute-api\/(\w+)/.exec(url)?.[1] ?? '';
  await sdk(server.controlUrl).apis.createDeployment({ restApiId: api, stageName: 'after' });
  expect(workers()).not.toContain(stuck);
  const deployed = url.replace('/dev/', '/after/');
  for (let call = 0; call < 8; call += 1) expect((await fetch(deployed)).status).toBe(200);
});
