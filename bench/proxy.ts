import { temporaryFolder } from '../test/support/sallyport.ts';
import { HAPROXY } from './proxy/haproxy.ts';
import { load, type Round, warmUp } from './proxy/load.ts';
import { NGINX, NGINX_LUA, startBackend } from './proxy/nginx.ts';
import { ENGINE, NODE_HTTP } from './proxy/node.ts';
import { SALLYPORT, SALLYPORT_KEYED } from './proxy/sallyport.ts';
import { startSubjects, stopAll } from './proxy/start-subjects.ts';
import type { Subject } from './proxy/subject.ts';
import { bestQuarter, median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { wrkInstalled } from './support/wrk.ts';

const ROUNDS = 9;
const SECONDS = 2;
const CONNECTIONS = 64;

const SUBJECTS: readonly Subject[] = [NGINX, NGINX_LUA, HAPROXY, NODE_HTTP, ENGINE, SALLYPORT, SALLYPORT_KEYED];

const OURS: ReadonlySet<Subject> = new Set([ENGINE, SALLYPORT, SALLYPORT_KEYED]);

/** What a subject may cost at most, beside a peer in the same run. */
const LIMITS: readonly { readonly subject: Subject; readonly peer: Subject; readonly most: number }[] = [
  { subject: SALLYPORT, peer: NGINX, most: 1.5 },
  { subject: SALLYPORT_KEYED, peer: NGINX_LUA, most: 1.05 },
  { subject: SALLYPORT, peer: NODE_HTTP, most: 0.5 },
];

type Rounds = ReadonlyMap<Subject, readonly Round[]>;

/** CPU that a proxied request costs, in interleaved rounds, beside the proxies that others run. */
export default async function proxy(): Promise<void> {
  const folder = await temporaryFolder();
  const backend = await startBackend({ folder: folder.path });
  if (backend === undefined || !wrkInstalled()) {
    console.error('This benchmark needs nginx and wrk: apt-get install nginx libnginx-mod-http-lua haproxy wrk');
    process.exitCode = 1;
    return;
  }
  const { running, missing } = await startSubjects(SUBJECTS, { folder: folder.path, upstreamPort: backend.port });
  const rounds = new Map([...running.keys()].map((subject): [Subject, Round[]] => [subject, []]));
  for (const [subject, started] of running) await warmUp(subject, started, CONNECTIONS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [subject, started] of running) {
      rounds.get(subject)?.push(await load(subject, started, CONNECTIONS, SECONDS));
    }
  }
  await stopAll(running);
  await backend.stop();
  await folder.remove();
  await report(rounds, missing);
}

async function report(rounds: Rounds, missing: readonly string[]): Promise<void> {
  const reference = bestQuarter(figures(rounds, NGINX, 'cpuUs'));
  const rows = [...rounds].map(([subject, measured]) => {
    const cpuUs = figures(rounds, subject, 'cpuUs');
    return [
      subject.name,
      subject.does,
      `${bestQuarter(cpuUs).toFixed(1)} us`,
      spread(cpuUs, 'us'),
      `${(bestQuarter(cpuUs) / reference).toFixed(2)}x`,
      LIMITS.filter((limit) => limit.subject === subject)
        .map((limit) => against(rounds, limit))
        .join('; '),
      `${median(figures(rounds, subject, 'perSecond')).toFixed(0)}/s`,
      ...(['p50Ms', 'p99Ms', 'p999Ms'] as const).map(
        (name) => `${median(figures(rounds, subject, name)).toFixed(2)} ms`,
      ),
      String(measured.reduce((failed, round) => failed + round.failed, 0)),
    ];
  });
  const table = {
    title: 'CPU of a proxied request',
    head: [
      ...['proxy', 'does', 'CPU a request', 'median (all rounds)', 'of nginx', 'limits'],
      ...['requests', 'p50', 'p99', 'p99.9', 'failed'],
    ],
    rows,
    notes: [
      `Best quarter of ${ROUNDS} interleaved rounds of ${SECONDS} s, and the median (least to most) of all; ${CONNECTIONS} kept-alive connections, a small GET answered with 84 bytes of JSON.`,
      'Ratios and limits are of the best quarter: other work on the machine takes caches and time from all, and only adds. Requests and latencies at full load are medians.',
      "CPU is the kernel's own account of the proxy's processes, user and system; proxy on one core, wrk and backend on the other.",
      ...missing.map((name) => `${name} is not installed here and was left out.`),
    ],
  };
  const bars = [...rounds.keys()].map((subject) => {
    const value = bestQuarter(figures(rounds, subject, 'cpuUs'));
    const text = `${value.toFixed(1)} us, ${(value / reference).toFixed(2)}x`;
    return { label: subject.name, value, text, series: OURS.has(subject) ? 0 : 2 };
  });
  const caption = 'Microseconds of the proxy, user and system; less is better. Beside it: of nginx.';
  const [first] = LIMITS;
  const limit = first && { value: first.most * reference, text: `Sallyport at most: ${first.most}x nginx` };
  await publish('proxy', table, { title: table.title, caption, bars, ...(limit && { limit }) });
}

function against(rounds: Rounds, { subject, peer, most }: (typeof LIMITS)[number]): string {
  const beside = figures(rounds, peer, 'cpuUs');
  if (beside.length === 0) return `${most}x of ${peer.name}: not measured`;
  const ratio = bestQuarter(figures(rounds, subject, 'cpuUs')) / bestQuarter(beside);
  return `${ratio.toFixed(2)}x of ${peer.name} (limit ${most}x)`;
}

function figures(rounds: Rounds, subject: Subject, name: keyof Round): readonly number[] {
  return (rounds.get(subject) ?? []).map((round) => round[name]);
}
