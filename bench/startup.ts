import { startSallyport, temporaryFolder } from '../test/support/sallyport.ts';
import { startMoto } from './support/peers.ts';
import { treeUsage } from './support/process-tree.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const RUNS = 10;
const SETTLE_MS = 1_500;

interface Start {
  readonly readyMs: number;
  readonly residentMb: number;
}

/** Time from the command to the first 200 of `GET /health`, and resident memory of the whole process tree when idle. */
export default async function startup(): Promise<void> {
  const empty: Start[] = [];
  const existing: Start[] = [];
  const moto: Start[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const folder = await temporaryFolder();
    empty.push(await sallyport(folder.path));
    existing.push(await sallyport(folder.path));
    await folder.remove();
    const peer = await motoStart();
    if (peer) moto.push(peer);
  }
  const row = (name: string, starts: readonly Start[], limit: string) => [
    name,
    spread(
      starts.map((start) => start.readyMs),
      'ms',
    ),
    spread(
      starts.map((start) => start.residentMb),
      'MB',
    ),
    limit,
  ];
  await publish('startup', {
    title: 'Time to ready, and memory when idle',
    head: ['server', 'ready after', 'resident, all processes', 'limit'],
    rows: [
      row('Sallyport, empty data directory', empty, '800 ms, 120 MB'),
      row('Sallyport, existing data directory', existing, '500 ms, 120 MB'),
      ...(moto.length > 0 ? [row('moto server', moto, '')] : []),
    ],
    notes: [
      `Median (least to most) of ${RUNS} interleaved starts; memory ${SETTLE_MS} ms after ready.`,
      ...(moto.length > 0 ? [] : ['moto server is not installed here and was left out.']),
      `Sallyport is ready in ${(median(existing.map((start) => start.readyMs)) / 1000).toFixed(2)} s.`,
    ],
  });
}

async function sallyport(dataDirectory: string): Promise<Start> {
  const server = await startSallyport(['--data-dir', dataDirectory]);
  const residentMb = await idleMegabytes(server.process.pid ?? 0);
  await server.stop();
  return { readyMs: server.readyAfterMs, residentMb };
}

async function motoStart(): Promise<Start | undefined> {
  const peer = await startMoto();
  if (peer === undefined) return undefined;
  const residentMb = await idleMegabytes(peer.pid);
  await peer.stop();
  return { readyMs: peer.readyAfterMs, residentMb };
}

async function idleMegabytes(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return treeUsage(pid).residentBytes / 1e6;
}
