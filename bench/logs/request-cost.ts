import { startSallyport, temporaryFolder } from '../../test/support/sallyport.ts';
import { deployProxy, logRequests, sdk } from '../../test/support/sdk.ts';
import { load, type Round, warmUp } from '../proxy/load.ts';
import { startBackend } from '../proxy/nginx.ts';
import type { Running, Subject } from '../proxy/subject.ts';
import { CORES, pin } from '../support/cores.ts';
import { processTree } from '../support/process-tree.ts';
import { bestQuarter, spread } from '../support/statistics.ts';
import { wrkInstalled } from '../support/wrk.ts';
import type { Figures } from './store-figures.ts';

const ROUNDS = 9;
const SECONDS = 2;
const CONNECTIONS = 64;
/** All that is measured is started below. */
const SUBJECT: Subject = { name: 'Sallyport', does: 'HTTP_PROXY method', start: async () => undefined };
/** As the console's preset (telemetry E.2.2). */
const FORMAT =
  '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","requestTime":"$context.requestTime","httpMethod":"$context.httpMethod","resourcePath":"$context.resourcePath","status":"$context.status","protocol":"$context.protocol","responseLength":"$context.responseLength"}';

/** CPU that a request costs with its log and without, in interleaved rounds: of all processes, the one that keeps the log, too. */
export async function requestCost(): Promise<Figures> {
  const folder = await temporaryFolder();
  const backend = await startBackend({ folder: folder.path });
  if (backend === undefined || !wrkInstalled()) {
    return { rows: [], notes: ['The cost of a request needs nginx and wrk, which are not installed here.'] };
  }
  const upstream = `http://127.0.0.1:${backend.port}/users`;
  const off = await start(upstream, ['--stage-logs', 'off', '--recent-requests', '0'], false);
  const ring = await start(upstream, ['--stage-logs', 'off'], false);
  const on = await start(upstream, [], true);
  const all = [off, ring, on] as const;
  const rounds = all.map((): Round[] => []);
  for (const running of all) await warmUp(SUBJECT, running, CONNECTIONS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [n, running] of all.entries()) rounds[n]?.push(await load(SUBJECT, running, CONNECTIONS, SECONDS));
  }
  for (const running of all) await running.stop();
  await backend.stop();
  await folder.remove();
  const figures = rounds.map((measured) => measured.map(({ cpuUs }) => cpuUs));
  const [offUs = 0, ringUs = 0, onUs = 0] = figures.map(bestQuarter);
  return {
    rows: [
      ['CPU of a proxied request without logs', spread(figures[0] ?? [], 'us'), ''],
      ['recent requests add', `${(ringUs - offUs).toFixed(1)} us`, ''],
      ['an access log in JSON to a log group and recent requests add', `${(onUs - offUs).toFixed(1)} us`, '3 us'],
    ],
    notes: [
      `A proxied request: best quarter of ${ROUNDS} interleaved rounds of ${SECONDS} s for what is added, ${CONNECTIONS} connections, all processes on one core; metrics are counted in all of them.`,
    ],
  };
}

async function start(upstream: string, flags: readonly string[], logs: boolean): Promise<Running> {
  const server = await startSallyport(['--ephemeral', '--workers', '1', '--max-workers', '1', ...flags]);
  const client = sdk(server.controlUrl);
  const restApiId = await deployProxy(client, 'users', upstream, 'dev');
  if (logs) {
    const destinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:users/access';
    await logRequests(client, restApiId, 'dev', { destinationArn, format: FORMAT });
  }
  const url = `${server.gatewayUrl}/_aws/execute-api/${restApiId}/dev/users?limit=25`;
  const first = await fetch(url);
  if (!first.ok) throw new Error(`${first.status} ${await first.text()}`);
  const pid = server.process.pid ?? 0;
  pin(CORES.subject, processTree(pid));
  return { pid, port: Number(new URL(server.gatewayUrl).port), url, headers: {}, stop: () => server.stop() };
}
