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
const MOST = { addedMs: 0.4, p99Ms: 2, coldMs: 120, pythonMs: 100, templateMs: 40 };
const LEAST_PER_SECOND = 4_000;
/** Beside the peer: at least so many times its throughput, and its latency divided by so much. */
const TIMES_THE_PEER = 3;

/** What is measured of one server. */
interface Place {
  readonly url: string;
  /** Of its first process. */
  readonly pid: number;
  readonly alone: WrkReport[];
  readonly loaded: WrkReport[];
  /** Microseconds of CPU a call, under load, all its processes together. */
  readonly cpuUs: number[];
  readonly halfP99Ms: number[];
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
  const own = placeAt(`${server.gatewayUrl}${path}`, server.process.pid ?? 0);
  const other = peer && placeAt(peer.url, peer.pid);
  const places = other ? [own, other] : [own];
  for (let round = 0; round < ROUNDS; round++) for (const place of places) await measure(place);
  const driver = startDriver();
  for (let round = 0; round < ROUNDS; round++) {
    for (const place of places) place.halfP99Ms.push(await halfLoad(place, driver));
  }
  driver.stop();
  await peer?.stop();
  const cold = {
    plain: await coldStarts(client, server.gatewayUrl, 'nodejs', 0, false),
    template: await coldStarts(client, server.gatewayUrl, 'nodejs', TEMPLATE_MS),
    python: await coldStarts(client, server.gatewayUrl, 'python', 0),
  };
  await server.stop();
  await folder.remove();

  const warm = (what: string, value: (place: Place) => number, unit: (value: number) => string, limit: string) => [
    what,
    unit(value(own)),
    other ? unit(value(other)) : '',
    limit,
  ];
  const times = (what: string, value: number | undefined) =>
    other && value !== undefined ? [[what, `${value.toFixed(1)}x`, '1x', `${TIMES_THE_PEER}x`]] : [];
  await publish('functions', {
    title: 'Functions behind REST APIs',
    head: ['measure', 'Sallyport', 'serverless-offline', 'limit'],
    rows: [
      warm('warm, one caller, p50', aloneMs, ms, ms(MOST.addedMs)),
      ...times('the latency of serverless-offline, divided by that', other && aloneMs(other) / aloneMs(own)),
      warm(`warm, ${CONNECTIONS} callers, calls a second`, perSecond, whole, String(LEAST_PER_SECOND)),
      ...times('that, divided by the throughput of serverless-offline', other && perSecond(own) / perSecond(other)),
      warm('warm, half of that, p99', (place) => bestQuarter(place.halfP99Ms), ms, ms(MOST.p99Ms)),
      warm(`warm, ${CONNECTIONS} callers, CPU a call`, (place) => bestQuarter(place.cpuUs), us, ''),
      ['cold, Node.js, median', ms(median(cold.plain)), '', ms(MOST.coldMs)],
      ['cold, Node.js, from a template, median', ms(median(cold.template)), '', ms(MOST.templateMs)],
      ['cold, Python, median', ms(median(cold.python)), '', ms(MOST.pythonMs)],
      [`${IDLE_FUNCTIONS} idle functions, processes`, String(idle.processes), '', '0'],
      [`${IDLE_FUNCTIONS} idle functions, memory each`, `${idle.kilobytesEach.toFixed(0)} KB`, '', '1024 KB'],
    ],
    notes: [
      `The function answers "hello". Best quarter of ${ROUNDS} interleaved rounds of ${SECONDS} s, from wrk, and at half load from ` +
        'callers that do not wait for each other; one gateway worker; all processes share the cores, wrk among them.',
      'Latencies are those that a client sees: gateway, runtime and the function itself.',
      ...(peer ? [] : ['serverless-offline could not be installed and was left out.']),
    ],
  });
}

function placeAt(url: string, pid: number): Place {
  return { url, pid, alone: [], loaded: [], cpuUs: [], halfP99Ms: [] };
}

async function measure({ url, pid, alone, loaded, cpuUs }: Place): Promise<void> {
  alone.push(await runWrk({ url, connections: 1, seconds: SECONDS }));
  const before = treeUsage(pid).cpuMs;
  const report = await runWrk({ url, connections: CONNECTIONS, seconds: SECONDS });
  loaded.push(report);
  cpuUs.push((1_000 * (treeUsage(pid).cpuMs - before)) / report.requests);
}

/** The p99 at half of what a place has served in a second. */
async function halfLoad(place: Place, driver: ReturnType<typeof startDriver>): Promise<number> {
  const ratePerSecond = Math.round(perSecond(place) / 2);
  const load = { url: place.url, connections: CONNECTIONS, ratePerSecond, seconds: SECONDS, warmUpSeconds: 1 };
  return (await driver.run(load)).p99Ms;
}

function aloneMs({ alone }: Place): number {
  return bestQuarter(alone.map(({ p50Ms }) => p50Ms));
}

function perSecond({ loaded }: Place): number {
  return -bestQuarter(loaded.map((report) => -report.perSecond));
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

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}

function us(value: number): string {
  return `${value.toFixed(0)} us`;
}

function whole(value: number): string {
  return value.toFixed(0);
}
