import { startSallyport, temporaryFolder } from '../test/support/sallyport.ts';
import { sdk } from '../test/support/sdk.ts';
import { startBareServer } from './functions/bare-server.ts';
import { coldStarts } from './functions/cold-start.ts';
import { deployFunction } from './functions/deployed.ts';
import { idleFunctions } from './functions/idle.ts';
import { startServerlessOffline } from './functions/serverless-offline.ts';
import { type OpenLoopReport, startDriver } from './support/open-loop/index.ts';
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
/** Half of that: what "half load" is for a server that does no more than it must. */
const HALF_OF_LEAST = LEAST_PER_SECOND / 2;
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
  readonly half: OpenLoopReport[];
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
  const idle = await idleFunctions(server, client, IDLE_FUNCTIONS);
  const { path } = await deployFunction(client, 'nodejs');
  const peer = await startServerlessOffline(folder.path);
  const bare = await startBareServer();
  const own = placeAt(`${server.gatewayUrl}${path}`, server.process.pid ?? 0);
  const other = peer && placeAt(peer.url, peer.pid);
  const places = other ? [own, other] : [own];
  for (let round = 0; round < ROUNDS; round++) for (const place of places) await measure(place);
  const driver = startDriver();
  const atRate = (url: string, ratePerSecond: number) =>
    driver.run({ url, connections: CONNECTIONS, ratePerSecond, seconds: SECONDS, warmUpSeconds: 1 });
  const bareHalf: OpenLoopReport[] = [];
  const least = { own: [] as OpenLoopReport[], bare: [] as OpenLoopReport[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const place of places) place.half.push(await atRate(place.url, halfOf(place)));
    bareHalf.push(await atRate(bare.url, halfOf(own)));
    least.own.push(await atRate(own.url, HALF_OF_LEAST));
    least.bare.push(await atRate(bare.url, HALF_OF_LEAST));
  }
  driver.stop();
  bare.stop();
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
    '',
    limit,
  ];
  const half = (what: string, name: keyof OpenLoopReport) => [
    `warm, half of that, ${what}`,
    ms(best(own.half, name)),
    other ? ms(best(other.half, name)) : '',
    ms(best(bareHalf, name)),
    '',
  ];
  const added = (
    rounds: readonly OpenLoopReport[],
    bareRounds: readonly OpenLoopReport[],
    name: keyof OpenLoopReport,
  ) => ms(Math.max(best(rounds, name) - best(bareRounds, name), 0));
  const times = (what: string, value: number | undefined) =>
    other && value !== undefined ? [[what, `${value.toFixed(1)}x`, '1x', '', `${TIMES_THE_PEER}x`]] : [];
  await publish('functions', {
    title: 'Functions behind REST APIs',
    head: ['measure', 'Sallyport', 'serverless-offline', 'node:http', 'limit'],
    rows: [
      warm('warm, one caller, p50', aloneMs, ms, ms(MOST.addedMs)),
      ...times('the latency of serverless-offline, divided by that', other && aloneMs(other) / aloneMs(own)),
      warm(`warm, ${CONNECTIONS} callers, calls a second`, perSecond, whole, String(LEAST_PER_SECOND)),
      ...times('that, divided by the throughput of serverless-offline', other && perSecond(own) / perSecond(other)),
      warm(`warm, ${CONNECTIONS} callers, CPU a call`, (place) => bestQuarter(place.cpuUs), us, ''),
      half('p50', 'p50Ms'),
      half('p99', 'p99Ms'),
      ['p99 added, as its client sees it', added(own.half, bareHalf, 'p99Ms'), '', '', ms(MOST.p99Ms)],
      half('p99 at the client’s socket', 'socketP99Ms'),
      ['p99 added, at the client’s socket', added(own.half, bareHalf, 'socketP99Ms'), '', '', ms(MOST.p99Ms)],
      [
        `warm, ${HALF_OF_LEAST} calls a second, p99`,
        ms(best(least.own, 'p99Ms')),
        '',
        ms(best(least.bare, 'p99Ms')),
        '',
      ],
      ['p99 added then', added(least.own, least.bare, 'p99Ms'), '', '', ms(MOST.p99Ms)],
      ['cold, Node.js, median', ms(median(cold.plain)), '', '', ms(MOST.coldMs)],
      ['cold, Node.js, from a template, median', ms(median(cold.template)), '', '', ms(MOST.templateMs)],
      ['cold, Python, median', ms(median(cold.python)), '', '', ms(MOST.pythonMs)],
      [`${IDLE_FUNCTIONS} idle functions, processes`, String(idle.processes), '', '', '0'],
      [`${IDLE_FUNCTIONS} idle functions, memory each`, `${idle.kilobytesEach.toFixed(0)} KB`, '', '', '1024 KB'],
    ],
    notes: [
      `The function answers "hello". Best quarter of ${ROUNDS} interleaved rounds of ${SECONDS} s, from wrk, and at half load from ` +
        'callers that do not wait for each other; one gateway worker; all processes share the cores, the load among them.',
      'node:http is a bare server that answers the same without a gateway or a function, in the same rounds, at the rate of Sallyport: ' +
        'what a client sees of it is the machine’s, the load’s and its own. What is added is the difference of the two percentiles. ' +
        'The socket’s figures are without what the load itself is late by.',
      'Latencies are those that a client sees: gateway, runtime and the function itself.',
      ...(peer ? [] : ['serverless-offline could not be installed and was left out.']),
    ],
  });
}

function placeAt(url: string, pid: number): Place {
  return { url, pid, alone: [], loaded: [], cpuUs: [], half: [] };
}

async function measure({ url, pid, alone, loaded, cpuUs }: Place): Promise<void> {
  alone.push(await runWrk({ url, connections: 1, seconds: SECONDS }));
  const before = treeUsage(pid).cpuMs;
  const report = await runWrk({ url, connections: CONNECTIONS, seconds: SECONDS });
  loaded.push(report);
  cpuUs.push((1_000 * (treeUsage(pid).cpuMs - before)) / report.requests);
}

/** Half of what a place has served in a second. */
function halfOf(place: Place): number {
  return Math.round(perSecond(place) / 2);
}

/** The best quarter of what rounds at half load gave. */
function best(rounds: readonly OpenLoopReport[], name: keyof OpenLoopReport): number {
  return bestQuarter(rounds.map((round) => round[name]));
}

function aloneMs({ alone }: Place): number {
  return bestQuarter(alone.map(({ p50Ms }) => p50Ms));
}

function perSecond({ loaded }: Place): number {
  return -bestQuarter(loaded.map((report) => -report.perSecond));
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
