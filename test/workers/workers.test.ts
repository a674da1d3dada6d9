import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startUpstream } from '../support/upstream.ts';

const CONNECTIONS = 16;

let server: Sallyport;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let url: string;

beforeAll(async () => {
  server = await startSallyport(['--ephemeral', '--workers', '2']);
  upstream = await startUpstream((_request, response) => setTimeout(() => response.end('served'), 5));
  const api = await deployProxy(sdk(server.controlUrl), 'pets', upstream.url, 'dev');
  url = `${server.gatewayUrl}/_aws/execute-api/${api}/dev/pets`;
});
afterAll(async () => {
  await server.stop();
  await upstream.stop();
});

interface Load {
  /** Requests that were answered, and those that were not. */
  readonly served: number;
  readonly failed: number;
}

/** Clients on kept-alive connections that send one request after the other until told to stop. */
function startLoad(): { stop(): Promise<Load> } {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let running = true;
  let served = 0;
  let failed = 0;
  const one = () =>
    new Promise<void>((resolve) => {
      const call = request(url, { agent }, (response) => {
        response.resume().on('end', () => {
          if (response.statusCode === 200) served += 1;
          else failed += 1;
          resolve();
        });
        // A worker that dies in the middle of its answer: no `end` comes after this.
        response.on('error', () => {
          failed += 1;
          resolve();
        });
      });
      call.on('error', () => {
        // A kept connection that the server had closed in the meantime never carried the request: clients send it again.
        if (!call.reusedSocket) failed += 1;
        resolve();
      });
      call.end();
    });
  const clients = Array.from({ length: CONNECTIONS }, async () => {
    while (running) await one();
  });
  return {
    async stop() {
      running = false;
      await Promise.all(clients);
      agent.destroy();
      return { served, failed };
    },
  };
}

/** The workers' process ids, from the kernel. */
function workerPids(): number[] {
  const pid = server.process.pid;
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
}

async function health(): Promise<{ workers: number }> {
  return (await (await fetch(`${server.controlUrl}/health`)).json()) as { workers: number };
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('kill -9 of a worker under load: only its requests in flight fail, and it is replaced', async () => {
  const [victim] = workerPids();
  const load = startLoad();
  await new Promise((resolve) => setTimeout(resolve, 300));
  process.kill(victim ?? 0, 'SIGKILL');
  await until(() => workerPids().length === 2 && !workerPids().includes(victim ?? 0));
  await until(async () => (await health()).workers === 2);
  const { served, failed } = await load.stop();
  expect(served).toBeGreaterThan(100);
  expect(failed).toBeLessThanOrEqual(CONNECTIONS);
  expect(await (await fetch(`${server.controlUrl}/metrics`)).text()).toContain('sallyport_worker_replacements_total 1');
});

test('SIGHUP replaces every worker under load without one failed request', async () => {
  const before = workerPids();
  const load = startLoad();
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.process.kill('SIGHUP');
  await until(() => workerPids().length === 2 && workerPids().every((pid) => !before.includes(pid)));
  const { served, failed } = await load.stop();
  expect(served).toBeGreaterThan(100);
  expect(failed).toBe(0);
  expect((await health()).workers).toBe(2);
});

test('a worker that is new knows what was deployed before it came', async () => {
  expect(await (await fetch(url)).text()).toBe('served');
});

test('a worker that does not hear is replaced before a deployment is answered', async () => {
  const [stuck] = workerPids();
  process.kill(stuck ?? 0, 'SIGSTOP');
  const api = /execute-api\/(\w+)/.exec(url)?.[1] ?? '';
  await sdk(server.controlUrl).apis.createDeployment({ restApiId: api, stageName: 'after' });
  expect(workerPids()).not.toContain(stuck);
  const deployed = url.replace('/dev/', '/after/');
  for (let call = 0; call < 8; call += 1) expect((await fetch(deployed)).status).toBe(200);
});
