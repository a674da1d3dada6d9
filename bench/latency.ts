import { temporaryFolder } from '../test/support/sallyport.ts';
import { load, target, warmUp } from './proxy/load.ts';
import { NGINX, startBackend } from './proxy/nginx.ts';
import { NODE_HTTP } from './proxy/node.ts';
import { SALLYPORT } from './proxy/sallyport.ts';
import { startSubjects, stopAll } from './proxy/start-subjects.ts';
import type { Running, Subject } from './proxy/subject.ts';
import { type LoadDriver, type OpenLoopReport, startDriver } from './support/open-loop/index.ts';
import { bestQuarter, median } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { wrkInstalled } from './support/wrk.ts';

const ROUNDS = 12;
const SECONDS = 1.5;
/** Of each round, at the same rate. */
const ROUND_WARM_UP_SECONDS = 0.5;
/** Before each round. */
const PEAK_SECONDS = 1;
const CONNECTIONS = 64;
/** Of nginx's p99 in the same round. */
const MOST = 2;

/** A proxy, whose peak sets its rate, and what each round of it gave. */
interface Series {
  readonly label: string;
  readonly subject: Subject;
  readonly like: Subject;
  readonly rounds: Round[];
}

interface Round extends OpenLoopReport {
  readonly ratePerSecond: number;
}

const SERIES: readonly Omit<Series, 'rounds'>[] = [
  { label: NGINX.name, subject: NGINX, like: NGINX },
  { label: SALLYPORT.name, subject: SALLYPORT, like: SALLYPORT },
  { label: NODE_HTTP.name, subject: NODE_HTTP, like: NODE_HTTP },
  { label: `${NGINX.name} at Sallyport’s rate`, subject: NGINX, like: SALLYPORT },
];

/** Latencies at half of what each proxy can take, requests being sent when they are due and not when there is time for them. */
export default async function latency(): Promise<void> {
  const folder = await temporaryFolder();
  const backend = await startBackend({ folder: folder.path });
  if (backend === undefined || !wrkInstalled()) {
    console.error('This benchmark needs nginx and wrk: apt-get install nginx wrk');
    process.exitCode = 1;
    return;
  }
  const places = { folder: folder.path, upstreamPort: backend.port };
  const { running } = await startSubjects([NGINX, SALLYPORT, NODE_HTTP], places);
  const series = SERIES.map((each): Series => ({ ...each, rounds: [] }));
  const driver = startDriver();
  for (const [subject, started] of running) await warmUp(subject, started, CONNECTIONS);
  // The first round warms the driver.
  for (const each of series) await measure(each, running, driver);
  for (let round = 0; round < ROUNDS; round++) {
    for (const each of series) each.rounds.push(await measure(each, running, driver));
  }
  driver.stop();
  await stopAll(running);
  await backend.stop();
  await folder.remove();
  await report(series);
}

/** One round: what can be taken now, as other work leaves it, and then half of it at a steady rate. */
async function measure(
  { subject, like }: Series,
  running: ReadonlyMap<Subject, Running>,
  driver: LoadDriver,
): Promise<Round> {
  const [started, model] = [running.get(subject), running.get(like)];
  if (started === undefined || model === undefined) throw new Error(`${subject.name} was not started.`);
  const { perSecond } = await load(like, model, CONNECTIONS, PEAK_SECONDS);
  const ratePerSecond = Math.round(perSecond / 2);
  const place = { ...target(subject, started), connections: CONNECTIONS, ratePerSecond };
  const measured = await driver.run({ ...place, seconds: SECONDS, warmUpSeconds: ROUND_WARM_UP_SECONDS });
  return { ...measured, ratePerSecond };
}

const SHARES = ['p50Ms', 'p99Ms', 'p999Ms'] as const;

async function report(series: readonly Series[]): Promise<void> {
  const [reference] = series;
  const best = (of: Series, name: keyof OpenLoopReport) => bestQuarter(of.rounds.map((round) => round[name]));
  const ratio = (of: Series) => (reference === undefined ? Number.NaN : best(of, 'p99Ms') / best(reference, 'p99Ms'));
  const table = {
    title: 'Latency at half of peak load',
    head: [
      ...['proxy', 'rate', 'p50', 'p99', 'p99.9', 'p99 of nginx', 'limit'],
      ...['p99, median of rounds', 'driver late, p99', 'failed'],
    ],
    rows: series.map((each) => [
      each.label,
      `${median(each.rounds.map(({ ratePerSecond }) => ratePerSecond))}/s`,
      ...SHARES.map((name) => `${best(each, name).toFixed(2)} ms`),
      `${ratio(each).toFixed(2)}x`,
      each.subject === SALLYPORT ? `${MOST}x` : '',
      `${median(each.rounds.map(({ p99Ms }) => p99Ms)).toFixed(2)} ms`,
      `${best(each, 'lateP99Ms').toFixed(2)} ms`,
      String(each.rounds.reduce((failed, round) => failed + round.failed, 0)),
    ]),
    notes: [
      `Best quarter of ${ROUNDS} interleaved rounds of ${SECONDS} s, ${CONNECTIONS} kept-alive connections, each at half of what the proxy took from wrk just before. The machine has other work, which only adds: the median of all rounds stands beside.`,
      'Requests leave when they are due, and latencies count from then (an open loop): a proxy that stands still is charged for all that would have come meanwhile.',
      'The driver shares its core with the backend; "late" is how much of a latency is the driver’s own.',
      `${SALLYPORT.name}: ${SALLYPORT.does}. ${NGINX.name}: ${NGINX.does}.`,
    ],
  };
  const bars = series.flatMap((each) =>
    SHARES.map((name, index) => ({
      label: each.label,
      value: best(each, name),
      text: `${best(each, name).toFixed(2)} ms`,
      series: index,
    })),
  );
  const caption = 'Milliseconds from when a request was due; less is better.';
  const limit = reference && {
    value: MOST * best(reference, 'p99Ms'),
    text: `Sallyport’s p99 at most: ${MOST}x nginx’s`,
  };
  const chart = { title: table.title, caption, bars, legend: ['p50', 'p99', 'p99.9'], ...(limit && { limit }) };
  await publish('latency', table, chart);
}
