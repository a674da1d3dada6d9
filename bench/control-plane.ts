import { startSallyport, temporaryFolder } from '../test/support/sallyport.ts';
import { startMoto } from './support/peers.ts';
import { treeUsage } from './support/process-tree.ts';
import { type SignedClient, signedClient } from './support/signed-client.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const ROUNDS = 5;
const CONNECTIONS = 8;
/** Resources of one round; below AWS's 300 a REST API. */
const RESOURCES = 200;

interface Subject {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}

interface Round {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

const PHASES = ['create', 'get', 'list', 'delete'] as const;
type Phase = (typeof PHASES)[number];

/** Control operations on resources, beside moto in the same interleaved run. Sallyport's writes are on disk when answered. */
export default async function controlPlane(): Promise<void> {
  const folder = await temporaryFolder();
  const sallyport = await startSallyport(['--data-dir', folder.path]);
  const moto = await startMoto();
  const subjects: Subject[] = [
    { name: 'Sallyport', url: sallyport.controlUrl, pid: sallyport.process.pid ?? 0 },
    ...(moto ? [moto] : []),
  ];
  const results = new Map(subjects.map((subject) => [subject, emptyResult()]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [subject, result] of results) {
      const measured = await runRound(subject);
      // The first round warms both up.
      if (round > 0) for (const phase of [...PHASES, 'all'] as const) result[phase].push(measured[phase]);
    }
  }
  await sallyport.stop();
  await moto?.stop();
  await folder.remove();
  await report(results);
}

type Result = Record<Phase | 'all', Round[]>;

function emptyResult(): Result {
  return { create: [], get: [], list: [], delete: [], all: [] };
}

async function runRound(subject: Subject): Promise<Record<Phase | 'all', Round>> {
  const call = signedClient(subject.url, CONNECTIONS);
  const api = await call('POST', '/restapis', { name: 'bench' });
  const root = await call('GET', `/restapis/${api.id}/resources`);
  const rootId = (root.item as { id: string }[])[0]?.id;
  const ids: string[] = [];
  const numbers = Array.from({ length: RESOURCES }, (_, number) => number);
  const base = `/restapis/${api.id}/resources`;
  const steps: Record<Phase, (number: number) => Promise<void>> = {
    create: async (number) => {
      ids[number] = String((await call('POST', `${base}/${rootId}`, { pathPart: `r${number}` })).id);
    },
    get: async (number) => void (await call('GET', `${base}/${ids[number]}`)),
    list: async () => void (await call('GET', `${base}?limit=25`)),
    delete: async (number) => void (await call('DELETE', `${base}/${ids[number]}`)),
  };
  const before = counters(subject.pid);
  const measured = {} as Record<Phase, Round>;
  for (const phase of PHASES) measured[phase] = await measure(subject.pid, numbers, steps[phase]);
  const all = rate(before, counters(subject.pid), RESOURCES * PHASES.length);
  await cleanUp(call, String(api.id));
  return { ...measured, all };
}

async function measure(
  pid: number,
  numbers: readonly number[],
  step: (number: number) => Promise<void>,
): Promise<Round> {
  const before = counters(pid);
  const queue = numbers.values();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (const number of queue) await step(number);
    }),
  );
  return rate(before, counters(pid), numbers.length);
}

interface Counters {
  readonly atMs: number;
  readonly cpuMs: number;
}

function counters(pid: number): Counters {
  return { atMs: performance.now(), cpuMs: treeUsage(pid).cpuMs };
}

function rate(before: Counters, after: Counters, operations: number): Round {
  // The kernel counts in ticks of 10 ms: a phase that used less than one counts as one.
  return {
    perSecond: (operations * 1000) / (after.atMs - before.atMs),
    perCpuSecond: (operations * 1000) / Math.max(after.cpuMs - before.cpuMs, 10),
  };
}

async function cleanUp(call: SignedClient, apiId: string): Promise<void> {
  await call('DELETE', `/restapis/${apiId}`);
}

async function report(results: ReadonlyMap<Subject, Result>): Promise<void> {
  const rows = [...results].flatMap(([subject, result]) =>
    [...PHASES, 'all' as const].map((phase) => [
      subject.name,
      phase,
      spread(
        result[phase].map((round) => round.perCpuSecond),
        '/s',
      ),
      spread(
        result[phase].map((round) => round.perSecond),
        '/s',
      ),
    ]),
  );
  const [ours, peer] = [...results.values()].map((result) => median(result.all.map((round) => round.perCpuSecond)));
  await publish('control-plane', {
    title: 'Control operations on resources',
    head: ['server', 'operation', 'per second of server CPU', 'per second'],
    rows,
    notes: [
      `Median (least to most) of ${ROUNDS} interleaved rounds of ${RESOURCES} operations each, ${CONNECTIONS} connections, signed; a list is one page of 25.`,
      'Sallyport verifies every signature and has every write on disk (fsync) before it answers; moto keeps its state in memory.',
      peer === undefined || ours === undefined
        ? 'moto server is not installed here and was left out.'
        : `Operations per second of server CPU: ${(ours / peer).toFixed(1)} times moto’s (it must be at least 5).`,
    ],
  });
}
