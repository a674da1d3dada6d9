import { join } from 'node:path';
import { createPlan, deployKeyedApi } from '../../test/access/plan.ts';
import { startSallyport } from '../../test/support/sallyport.ts';
import { deployProxy, type Sdk, sdk } from '../../test/support/sdk.ts';
import { CORES, pin } from '../support/cores.ts';
import { processTree } from '../support/process-tree.ts';
import type { Places, Running, Subject } from './subject.ts';

/** The whole product: an HTTP_PROXY method of a deployed REST API, one worker, metrics and access log on. */
export const SALLYPORT: Subject = {
  name: 'Sallyport',
  does: 'HTTP_PROXY method, metrics, JSON access log',
  start: (places) =>
    startDeployed(places, async (client, backend) => ({
      path: `/_aws/execute-api/${await deployProxy(client, 'users', backend, 'dev')}/dev/users?limit=25`,
    })),
};

/** The same for a caller with an API key, whose plan has a throttle and a quota that are not reached. */
export const SALLYPORT_KEYED: Subject = {
  name: 'Sallyport, API key',
  does: 'and key, throttle, quota',
  start: (places) =>
    startDeployed(places, async (client, backend) => {
      const api = await deployKeyedApi(client, backend);
      const plan = await createPlan(client, api, {
        throttle: { rateLimit: 1_000_000, burstLimit: 1_000_000 },
        quota: { limit: 1_000_000_000, period: 'DAY' },
      });
      return { path: `/_aws/execute-api/${api}/dev/pets?limit=25`, headers: { 'x-api-key': plan.value } };
    }),
};

interface Called {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts the whole product with one worker and deploys to it what shall be called. @param flags besides; an access log by default */
export async function startDeployed(
  { folder, upstreamPort }: Places,
  deploy: (client: Sdk, backend: string) => Promise<Called>,
  flags: readonly string[] = ['--access-log', join(folder, 'sallyport-access.log')],
): Promise<Running> {
  const server = await startSallyport(['--ephemeral', '--workers', '1', '--max-workers', '1', ...flags]);
  const { path, headers = {} } = await deploy(sdk(server.controlUrl), `http://127.0.0.1:${upstreamPort}/users`);
  const url = `${server.gatewayUrl}${path}`;
  // The first request compiles the stage and loads the plans.
  const first = await fetch(url, { headers });
  if (!first.ok) throw new Error(`${first.status} ${await first.text()}`);
  const pid = server.process.pid ?? 0;
  pin(CORES.subject, processTree(pid));
  return { pid, port: Number(new URL(server.gatewayUrl).port), url, headers, stop: () => server.stop() };
}
