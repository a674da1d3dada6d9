import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until, workersOf } from '../support/processes.ts';
import { type Sallyport, startSallyport } from '../support/sallyport.ts';
import { deployProxy, sdk } from '../support/sdk.ts';
import { startWitness, type Witness } from './load.ts';
import { startNewcomers } from './newcomers.ts';

// Clients without a connection: what they meet while workers come and go.

const CLIENTS = 8;
/** What a connection shows whose process was killed: it is reset, or closed before the answer. Never refused, never silent. */
const BROKEN_OFF = ['ECONNRESET', 'EPIPE', 'answered: '];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.each([1, 2])('with --workers %i', (count) => {
  let server: Sallyport;
  let upstream: Witness;
  let path: string;
  const urls: { plain?: string; encrypted?: string | undefined } = {};

  beforeAll(async () => {
    const flags = ['--ephemeral', '--workers', String(count), '--max-workers', String(count)];
    server = await startSallyport([...flags, '--tls-dev', '--https-port', '0']);
    upstream = await startWitness();
    path = `/_aws/execute-api/${await deployProxy(sdk(server.controlUrl), 'pets', upstream.url, 'dev')}/dev/pets`;
    urls.plain = `${server.gatewayUrl}${path}`;
    urls.encrypted = `${/(https:\/\/\S+)/.exec(server.output())?.[1]}${path}`;
  });
  afterAll(async () => {
    await server.stop();
    await upstream.stop();
  });

  const workers = (): number[] => workersOf(server.process.pid);
  async function areReplaced(gone: readonly number[]): Promise<boolean> {
    // In this order: who has gone may still be counted for a moment.
    if (workers().some((pid) => gone.includes(pid))) return false;
    const health = (await (await fetch(`${server.controlUrl}/health`)).json()) as { workers: number };
    return health.workers === count;
  }
  const untilReplaced = (gone: readonly number[]): Promise<void> =>
    until('the workers are replaced', () => areReplaced(gone), server.output);

  test.each(['plain', 'encrypted'] as const)(
    'kill -9 of a worker refuses nobody on the %s port, and breaks off only what was in flight',
    async (port) => {
      const [victim = 0] = workers();
      const newcomers = startNewcomers(urls[port] ?? '', CLIENTS);
      await pause(300);
      process.kill(victim, 'SIGKILL');
      await untilReplaced([victim]);
      await pause(300);
      const { served, failed } = await newcomers.stop();
      expect(served).toBeGreaterThan(CLIENTS);
      const unexplained = failed.filter((problem) => !BROKEN_OFF.includes(problem));
      expect(unexplained, server.output()).toEqual([]);
      // Each client had one request on its way at the most.
      expect(failed.length).toBeLessThanOrEqual(CLIENTS);
    },
  );

  test.each(['plain', 'encrypted'] as const)('SIGHUP fails none on the %s port', async (port) => {
    const before = workers();
    const newcomers = startNewcomers(urls[port] ?? '', CLIENTS);
    await pause(300);
    server.process.kill('SIGHUP');
    await untilReplaced(before);
    await pause(300);
    const { served, failed } = await newcomers.stop();
    expect(served).toBeGreaterThan(CLIENTS);
    expect(failed, server.output()).toEqual([]);
  });

  test('its ports are free once it has stopped', async () => {
    await server.stop();
    for (const url of [urls.plain, urls.encrypted]) {
      const next = createServer();
      await new Promise<void>((resolve, reject) => {
        next.once('error', reject);
        next.listen({ host: '127.0.0.1', port: Number(new URL(url ?? '').port) }, resolve);
      });
      next.close();
    }
  });
});
