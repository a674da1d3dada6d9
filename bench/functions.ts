import { startSallyport, temporaryFolder } from '../test/support/sallyport.ts';
import { sdk } from '../test/support/sdk.ts';
import { startBareServer } from './functions/bare-server.ts';
import { coldStarts } from './functions/cold-start.ts';
import { deployFunction } from './functions/deployed.ts';
import { idleFunctions } from './functions/idle.ts';
import { costOf, startEqualRelay } from './functions/relay.ts';
import { startServerlessOffline } from './functions/serverless-offline.ts';
import { compile } from './support/compile.ts';
import { type OpenLoopReport, startDriver } from './support/open-loop/index.ts';
import { commandLine, processTree, treeUsage } from './support/process-tree.ts';
import { bestQuarter, median } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { Undisturbed } from './support/undisturbed.ts';
import { runWrk, type WrkReport, wrkInstalled } from './support/wrk.ts';

const ROUNDS = 6;
/** At a fixed rate: the slowest hundredth differs twofold from round to round. */
const ROUNDS_AT_RATE = 12;
const SECONDS = 2;
const WARM_UP_SECONDS = 1;
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

/** Of the table, in their order. */
const COLUMNS = ['own', 'peer', 'relay', 'bare', 'limit'] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

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
  const undisturbed = new Undisturbed();
  for (let round = 0; round < ROUNDS; round++) for (const place of places) await measure(place, undisturbed);
  const driver = startDriver('any');
  const atRate = (url: string, ratePerSecond: number) =>
    driver.run({ url, connections: CONNECTIONS, ratePerSecond, seconds: SECONDS, warmUpSeconds: WARM_UP_SECONDS });
  const atHalf = async (url: string): Promise<number> => {
    await atRate(url, halfOf(own));
    return halfOf(own) * (WARM_UP_SECONDS + SECONDS);
  };
  const cost = await costOf(workerOf(own.pid), own.pid, () => atHalf(own.url));
  const program = compile('functions/relay.c');
  const relay = await startEqualRelay(program, cost, CONNECTIONS, atHalf);
  const relayHalf: OpenLoopReport[] = [];
  const bareHalf: OpenLoopReport[] = [];
  const least = { own: [] as OpenLoopReport[], relay: [] as OpenLoopReport[], bare: [] as OpenLoopReport[] };
  const inPeace = (url: string, ratePerSecond: number) => undisturbed.run(() => atRate(url, ratePerSecond));
  for (let round = 0; round < ROUNDS_AT_RATE; round++) {
    for (const place of places) place.half.push(await inPeace(place.url, halfOf(place)));
    relayHalf.push(await inPeace(relay.url, halfOf(own)));
    bareHalf.push(await inPeace(bare.url, halfOf(own)));
    least.own.push(await inPeace(own.url, HALF_OF_LEAST));
    least.relay.push(await inPeace(relay.url, HALF_OF_LEAST));
    least.bare.push(await inPeace(bare.url, HALF_OF_LEAST));
  }
  bare.stop();
  await relay.stop();
  program.remove();
  await peer?.stop();
  const cold = {
    plain: await coldStarts(client, driver, server.gatewayUrl, 'nodejs', 0, false),
    template: await coldStarts(client, driver, server.gatewayUrl, 'nodejs', TEMPLATE_MS),
    python: await coldStarts(client, driver, server.gatewayUrl, 'python', 0, false),
    pythonTemplate: await coldStarts(client, driver, server.gatewayUrl, 'python', TEMPLATE_MS),
  };
  driver.stop();
  await server.stop();
  await folder.remove();

  const row = (what: string, cells: Cells) => [what, ...COLUMNS.map((column) => cells[column] ?? '')];
  const warm = (what: string, value: (place: Place) => number, unit: (value: number) => string, limit?: string) =>
    row(what, { own: unit(value(own)), ...(other && { peer: unit(value(other)) }), ...(limit && { limit }) });
  const times = (what: string, value: number | undefined) =>
    other && value !== undefined
      ? [row(what, { own: `${value.toFixed(1)}x`, peer: '1x', limit: `${TIMES_THE_PEER}x` })]
      : [];
  const half = (what: string, name: keyof OpenLoopReport) =>
    row(`warm, half of that, ${what}`, {
      own: ms(best(own.half, name)),
      ...(other && { peer: ms(best(other.half, name)) }),
      relay: ms(best(relayHalf, name)),
      bare: ms(best(bareHalf, name)),
    });
  const added = (
    rounds: readonly OpenLoopReport[],
    bareRounds: readonly OpenLoopReport[],
    name: keyof OpenLoopReport,
  ) => ms(Math.max(best(rounds, name) - best(bareRounds, name), 0));
  const addedAtHalf = (what: string, name: keyof OpenLoopReport) =>
    row(`p99 added, ${what}`, {
      own: added(own.half, bareHalf, name),
      relay: added(relayHalf, bareHalf, name),
      limit: ms(MOST.p99Ms),
    });
  await publish('functions', {
    title: 'Functions behind REST APIs',
    head: ['measure', 'Sallyport', 'serverless-offline', 'relay in C', 'node:http', 'limit'],
    rows: [
      warm('warm, one caller, p50', aloneMs, ms, ms(MOST.addedMs)),
      ...times('the latency of serverless-offline, divided by that', other && aloneMs(other) / aloneMs(own)),
      warm(`warm, ${CONNECTIONS} callers, calls a second`, perSecond, whole, String(LEAST_PER_SECOND)),
      ...times('that, divided by the throughput of serverless-offline', other && perSecond(own) / perSecond(other)),
      warm(`warm, ${CONNECTIONS} callers, CPU a call`, (place) => bestQuarter(place.cpuUs), us),
      half('p50', 'p50Ms'),
      half('p99', 'p99Ms'),
      addedAtHalf('as its client sees it', 'p99Ms'),
      half('p99 at the client’s socket', 'socketP99Ms'),
      addedAtHalf('at the client’s socket', 'socketP99Ms'),
      row(`warm, ${HALF_OF_LEAST} calls a second, p99`, {
        own: ms(best(least.own, 'p99Ms')),
        relay: ms(best(least.relay, 'p99Ms')),
        bare: ms(best(least.bare, 'p99Ms')),
      }),
      row('p99 added then, as its client sees it', {
        own: added(least.own, least.bare, 'p99Ms'),
        relay: added(least.relay, least.bare, 'p99Ms'),
        limit: ms(MOST.p99Ms),
      }),
      row('p99 added then, at the client’s socket', {
        own: added(least.own, least.bare, 'socketP99Ms'),
        relay: added(least.relay, least.bare, 'socketP99Ms'),
        limit: ms(MOST.p99Ms),
      }),
      row('cold, Node.js, median', { own: ms(median(cold.plain)), limit: ms(MOST.coldMs) }),
      row('cold, Node.js, from a template, median', { own: ms(median(cold.template)), limit: ms(MOST.templateMs) }),
      row('cold, Python, median', { own: ms(median(cold.python)), limit: ms(MOST.pythonMs) }),
      row('cold, Python, from a template, median', {
        own: ms(median(cold.pythonTemplate)),
        limit: ms(MOST.templateMs),
      }),
      row(`${IDLE_FUNCTIONS} idle functions, processes`, { own: String(idle.processes), limit: '0' }),
      row(`${IDLE_FUNCTIONS} idle functions, memory each`, {
        own: `${idle.kilobytesEach.toFixed(0)} KB`,
        limit: '1024 KB',
      }),
    ],
    notes: [
      `The function answers "hello". Best quarter of ${ROUNDS} interleaved rounds of ${SECONDS} s from wrk, and of ${ROUNDS_AT_RATE} at half load, from ` +
        'callers that do not wait for each other; one gateway worker; all processes share the cores, the load among them.',
      'node:http is a bare server that answers the same without a gateway or a function, in the same rounds, at the rate of Sallyport: ' +
        'what a client sees of it is the machine’s, the load’s and its own. What is added is the difference of the two percentiles. ' +
        'The socket’s figures are without what the load itself is late by.',
      `The relay in C takes a request, hands it to another process, and writes what comes back; both spend as much CPU on it as Sallyport’s do ` +
        `at that rate (gateway ${us(cost.gatewayUs)}, instance ${us(cost.instanceUs)} a call), and nothing else goes on in it: what it shows is the ` +
        'wait for the machine and for other calls.',
      'Latencies are those that a client sees: gateway, runtime and the function itself.',
      undisturbed.note,
      ...(peer ? [] : ['serverless-offline could not be installed and was left out.']),
    ],
  });
}

function placeAt(url: string, pid: number): Place {
  return { url, pid, alone: [], loaded: [], cpuUs: [], half: [] };
}

async function measure({ url, pid, alone, loaded, cpuUs }: Place, undisturbed: Undisturbed): Promise<void> {
  alone.push(await undisturbed.run(() => runWrk({ url, connections: 1, seconds: SECONDS, core: 'any' })));
  const { report, spentMs } = await undisturbed.run(async () => {
    const before = treeUsage(pid).cpuMs;
    const report = await runWrk({ url, connections: CONNECTIONS, seconds: SECONDS, core: 'any' });
    return { report, spentMs: treeUsage(pid).cpuMs - before };
  });
  loaded.push(report);
  cpuUs.push((1_000 * spentMs) / report.requests);
}

/** The process of Sallyport that takes requests; there is one. */
function workerOf(pid: number): number {
  const worker = processTree(pid).find((each) => commandLine(each).some((word) => word.endsWith('/worker.js')));
  if (worker === undefined) throw new Error('Sallyport runs without a worker.');
  return worker;
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
