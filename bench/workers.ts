import { startSallyport } from '../test/support/sallyport.ts';
import { deployProxy, sdk } from '../test/support/sdk.ts';
import { startUpstream } from '../test/support/upstream.ts';
import { treeUsage } from './support/process-tree.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { runWrk, type WrkReport, wrkInstalled } from './support/wrk.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 64;
const COUNTS = [1, 2] as const;

interface Round extends WrkReport {
  readonly cpuUs: number;
}

/** The same API by one worker and by two. */
export default async function workers(): Promise<void> {
  if (!wrkInstalled()) {
    console.error('This benchmark needs wrk: apt-get install wrk');
    process.exitCode = 1;
    return;
  }
  const upstream = await startUpstream((_request, response) => response.end('{"id":1}'));
  const rounds = new Map<number, Round[]>(COUNTS.map((count) => [count, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [count, measured] of rounds) measured.push(await measure(count));
  }
  await upstream.stop();
  await publish('workers', {
    title: 'One worker and two',
    head: ['workers', 'requests', 'CPU a request', 'p50', 'p99', 'failed'],
    rows: [...rounds].map(([count, measured]) => [
      String(count),
      spread(
        measured.map((each) => each.perSecond),
        '/s',
      ),
      spread(
        measured.map((each) => each.cpuUs),
        'us',
      ),
      `${median(measured.map((each) => each.p50Ms)).toFixed(2)} ms`,
      `${median(measured.map((each) => each.p99Ms)).toFixed(2)} ms`,
      String(measured.reduce((failed, each) => failed + each.failed, 0)),
    ]),
    notes: [
      `Median (least to most) of ${ROUNDS} interleaved rounds of ${SECONDS} s, ${CONNECTIONS} kept-alive connections.`,
      'The load generator shares the machine; on two cores two workers cannot have one each.',
    ],
  });

  async function measure(count: number): Promise<Round> {
    const server = await startSallyport(['--ephemeral', '--workers', String(count), '--max-workers', String(count)]);
    const api = await deployProxy(sdk(server.controlUrl), 'users', upstream.url, 'dev');
    const url = `${server.gatewayUrl}/_aws/execute-api/${api}/dev/users`;
    await runWrk({ url, connections: CONNECTIONS, seconds: 1 });
    const before = treeUsage(server.process.pid ?? 0).cpuMs;
    const report = await runWrk({ url, connections: CONNECTIONS, seconds: SECONDS });
    const cpuMs = treeUsage(server.process.pid ?? 0).cpuMs - before;
    await server.stop();
    return { ...report, cpuUs: (cpuMs * 1000) / report.requests };
  }
}
