import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../src/package/index.ts';
import { temporaryFolder } from '../test/support/sallyport.ts';
import type { Running } from './proxy/subject.ts';
import { NGINX_STREAM, SALLYPORT_STREAM, type StreamSubject } from './stream/subjects.ts';
import { type Direction, transfer } from './stream/transfer.ts';
import { CORES, pin, pinned } from './support/cores.ts';
import { processTree, residentBytes, treeUsage } from './support/process-tree.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const MIB = 1_048_576;
const SIZE_MIB = 1_024;
const WARM_UP_MIB = 128;
const ROUNDS = 3;
const SETTLE_MS = 1_000;
const SAMPLE_MS = 20;
/** Memory over warm. */
const MOST_MB = 64;
const DIRECTIONS: readonly Direction[] = ['to the client', 'to the backend'];

/** What one body on its way cost the proxy. */
interface Measured {
  readonly mibPerSecond: number;
  readonly cpuMsPerGib: number;
  readonly grownMb: number;
}

/** A proxy, and what it took when it was warm and nothing passed through it. */
interface Warm {
  readonly name: string;
  readonly running: Running & { readonly url: string };
  readonly warmBytes: number;
  readonly measured: ReadonlyMap<Direction, Measured[]>;
}

/** Bodies of 1 GiB through a proxy route, each way: throughput, CPU, and memory that must not follow the body. */
export default async function stream(): Promise<void> {
  const folder = await temporaryFolder();
  const backend = await startBackend();
  const warm: Warm[] = [];
  const missing: string[] = [];
  for (const subject of [NGINX_STREAM, SALLYPORT_STREAM]) {
    const started = await subject.start({ folder: folder.path, upstreamPort: backend.port });
    if (started === undefined) missing.push(subject.name);
    else warm.push(await warmUp(subject, started));
  }
  pin(CORES.load, [process.pid]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const direction of DIRECTIONS) {
      for (const each of warm) each.measured.get(direction)?.push(await measure(each, direction));
    }
  }
  for (const { running } of warm) await running.stop();
  backend.stop();
  await folder.remove();
  await report(warm, missing);
}

/** What any load costs is not what a body costs: the code is compiled and the buffers are there first. */
async function warmUp({ name }: StreamSubject, running: Warm['running']): Promise<Warm> {
  for (const direction of DIRECTIONS) await transfer(running.url, direction, WARM_UP_MIB * MIB);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const measured = new Map(DIRECTIONS.map((direction): [Direction, Measured[]] => [direction, []]));
  return { name, running, warmBytes: treeUsage(running.pid).residentBytes, measured };
}

async function measure({ running, warmBytes }: Warm, direction: Direction): Promise<Measured> {
  const pids = processTree(running.pid);
  let mostBytes = 0;
  const sample = (): void => {
    mostBytes = Math.max(
      mostBytes,
      pids.reduce((sum, pid) => sum + residentBytes(pid), 0),
    );
  };
  const sampling = setInterval(sample, SAMPLE_MS);
  const cpuMs = treeUsage(running.pid).cpuMs;
  const startedMs = performance.now();
  await transfer(running.url, direction, SIZE_MIB * MIB);
  const seconds = (performance.now() - startedMs) / 1000;
  clearInterval(sampling);
  sample();
  return {
    mibPerSecond: SIZE_MIB / seconds,
    cpuMsPerGib: ((treeUsage(running.pid).cpuMs - cpuMs) * 1024) / SIZE_MIB,
    grownMb: (mostBytes - warmBytes) / 1e6,
  };
}

async function startBackend(): Promise<{ readonly port: number; stop(): void }> {
  const script = join(packageRoot, 'bench', 'stream', 'backend.ts');
  const [file, ...args] = pinned(CORES.load, process.execPath, [join(packageRoot, 'tools', 'run-ts.mjs'), script]);
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { port: Number(String(port)), stop: () => void child.kill('SIGTERM') };
}

async function report(warm: readonly Warm[], missing: readonly string[]): Promise<void> {
  const of = (measured: readonly Measured[], name: keyof Measured) => measured.map((one) => one[name]);
  await publish('stream', {
    title: 'Bodies of 1 GiB through a proxy route',
    head: ['proxy', 'body', 'throughput', 'CPU a GiB', 'memory over warm, most', 'limit'],
    rows: warm.flatMap(({ name, measured }) =>
      [...measured].map(([direction, rounds]) => [
        name,
        direction,
        spread(of(rounds, 'mibPerSecond'), 'MiB/s'),
        `${median(of(rounds, 'cpuMsPerGib')).toFixed(0)} ms`,
        `${Math.max(...of(rounds, 'grownMb')).toFixed(0)} MB`,
        name === SALLYPORT_STREAM.name ? `${MOST_MB} MB` : '',
      ]),
    ),
    notes: [
      `Median (least to most) of ${ROUNDS} interleaved rounds, one body at a time, its length declared. Memory is that of all the proxy’s processes, looked at every ${SAMPLE_MS} ms, over what they took after ${WARM_UP_MIB} MiB each way: the most of all rounds.`,
      'Client and backend are Node.js on one core, which bounds the throughput of both proxies; the proxy has the other. The machine has other work, so that CPU says more than throughput.',
      'Sallyport runs with --limits off: AWS’s limit of a payload is 10 MB.',
      ...missing.map((name) => `${name} is not installed here and was left out.`),
    ],
  });
}
