import { type Sallyport, startSallyport, temporaryFolder } from '../test/support/sallyport.ts';
import { type Sdk, sdk } from '../test/support/sdk.ts';
import { coldStarts } from './functions/cold-start.ts';
import { createFunction, deployFunction } from './functions/deployed.ts';
import { startServerlessOffline } from './functions/serverless-offline.ts';
import { startDriver } from './support/open-loop/index.ts';
import { treeUsage } from './support/process-tree.ts';
import { bestQuarter, median } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { runWrk, type WrkReport, wrkInstalled } from './support/wrk.ts';

const ROUNDS = 6;
const SECONDS = 2;
const CONNECTIONS = 8;
const IDLE_FUNCTIONS = 200;
/** Longer than a template takes to be ready. */
const TEMPLATE_MS = 1_000;
/** What it must reach. */
const MOST = { addedMs: 0.4, p99Ms: 2, pythonMs: 100, templateMs: 40 };

interface Rounds {
  readonly alone: WrkReport[];
  readonly loaded: WrkReport[];
}

/** Functions behind REST APIs: warm, cold, idle, and beside serverless-offline in the same run. */
export default async function functions(): Promise<void> {
  if (!wrkInstalled()) {
    console.error('This benchmark needs wrk: apt-get install wrk');
    process.exitCode = 1;
    return;
  }
  const folder = await temporaryFolder();
  const server = await startSallyport(['--ephemeral', '--workers', '1', '--max-workers', '1']);
  const client = sdk(server.controlUrl);
  const idle = await idleFunctions(server, client);
  const { path } = await deployFunction(client, 'nodejs');
  const peer = await startServerlessOffline(folder.path);
  const own: Rounds = { alone: [], loaded: [] };
  const other: Rounds = { alone: [], loaded: [] };
  for (let round = 0; round < ROUNDS; round++) {
    await measure(`${server.gatewayUrl}${path}`, own);
    if (peer) await measure(peer.url, other);
  }
  await peer?.stop();
  const perSecond = bestQuarterOf(own.loaded, 'perSecond', true);
  const driver = startDriver();
  const ratePerSecond = Math.round(perSecond / 2);
  const place = { url: `${server.gatewayUrl}${path}`, connections: CONNECTIONS, ratePerSecond };
  const half = await driver.run({ ...place, seconds: 3 * SECONDS, warmUpSeconds: 1 });
  driver.stop();
  const cold = {
    template: await coldStarts(client, server.gatewayUrl, 'nodejs', TEMPLATE_MS),
    python: await coldStarts(client, server.gatewayUrl, 'python', 0),
  };
  await server.stop();
  await folder.remove();

  const alone = bestQuarterOf(own.alone, 'p50Ms');
  await publish('functions', {
    title: 'Functions behind REST APIs',
    head: ['measure', 'Sallyport', 'serverless-offline', 'limit'],
    rows: [
      ['warm, one caller, p50', ms(alone), peer ? ms(bestQuarterOf(other.alone, 'p50Ms')) : '', ms(MOST.addedMs)],
      [
        `warm, ${CONNECTIONS} callers, most a second`,
        perSecond.toFixed(0),
        peer ? bestQuarterOf(other.loaded, 'perSecond', true).toFixed(0) : '',
        '4000',
      ],
      ['warm, half of that, p99', ms(half.p99Ms), '', ms(MOST.p99Ms)],
      ['cold, Node.js, from a template, median', ms(median(cold.template)), '', ms(MOST.templateMs)],
      ['cold, Python, median', ms(median(cold.python)), '', ms(MOST.pythonMs)],
      [`${IDLE_FUNCTIONS} idle functions, processes`, String(idle.processes), '', '0'],
      [`${IDLE_FUNCTIONS} idle functions, memory each`, `${idle.kilobytesEach.toFixed(0)} KB`, '', '1024 KB'],
    ],
    notes: [
      `The function answers "hello". Best quarter of ${ROUNDS} interleaved rounds of ${SECONDS} s from wrk; one gateway worker.`,
      'Latencies are those that a client sees: gateway, runtime and the function itself.',
      ...(peer ? [] : ['serverless-offline could not be installed and was left out.']),
    ],
  });
}

async function measure(url: string, rounds: Rounds): Promise<void> {
  rounds.alone.push(await runWrk({ url, connections: 1, seconds: SECONDS }));
  rounds.loaded.push(await runWrk({ url, connections: CONNECTIONS, seconds: SECONDS }));
}

/** What functions cost that nobody calls. */
async function idleFunctions(server: Sallyport, client: Sdk) {
  const pid = server.process.pid ?? 0;
  const before = treeUsage(pid);
  for (let count = 0; count < IDLE_FUNCTIONS; count++) await createFunction(client, 'nodejs');
  const after = treeUsage(pid);
  return {
    processes: after.processes - before.processes,
    kilobytesEach: (after.residentBytes - before.residentBytes) / 1024 / IDLE_FUNCTIONS,
  };
}

function bestQuarterOf(reports: readonly WrkReport[], name: keyof WrkReport, most = false): number {
  const values = reports.map((report) => report[name]);
  return most ? -bestQuarter(values.map((value) => -value)) : bestQuarter(values);
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
