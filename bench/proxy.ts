import { temporaryFolder } from '../test/support/sallyport.ts';
import { HAPROXY } from './proxy/haproxy.ts';
import { load, type Round } from './proxy/load.ts';
import { NGINX, NGINX_LUA, startBackend } from './proxy/nginx.ts';
import { ENGINE, NODE_HTTP } from './proxy/node.ts';
import { SALLYPORT, SALLYPORT_KEYED } from './proxy/sallyport.ts';
import type { Running, Subject } from './proxy/subject.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';
import { wrkInstalled } from './support/wrk.ts';

const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP_SECONDS = 3;
const CONNECTIONS = 64;

const SUBJECTS: readonly Subject[] = [NGINX, NGINX_LUA, HAPROXY, NODE_HTTP, ENGINE, SALLYPORT, SALLYPORT_KEYED];

/** CPU that a proxied request costs, in interleaved rounds, beside the proxies that others run. */
export default async function proxy(): Promise<void> {
  const folder = await temporaryFolder();
  const backend = await startBackend({ folder: folder.path });
  if (backend === undefined || !wrkInstalled()) {
    console.error('This benchmark needs nginx and wrk: apt-get install nginx libnginx-mod-http-lua haproxy wrk');
    process.exitCode = 1;
    return;
  }
  const running = new Map<Subject, Running>();
  const missing: string[] = [];
  for (const subject of SUBJECTS) {
    const started = await subject.start({ folder: folder.path, upstreamPort: backend.port });
    if (started === undefined) missing.push(subject.name);
    else running.set(subject, started);
  }
  const rounds = new Map([...running.keys()].map((subject): [Subject, Round[]] => [subject, []]));
  for (const [subject, started] of running) await load(subject, started, CONNECTIONS, WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [subject, started] of running) {
      rounds.get(subject)?.push(await load(subject, started, CONNECTIONS, SECONDS));
    }
  }
  for (const started of running.values()) await started.stop();
  await backend.stop();
  await folder.remove();
  await report(rounds, missing);
}

async function report(rounds: ReadonlyMap<Subject, readonly Round[]>, missing: readonly string[]): Promise<void> {
  const reference = medianOf(rounds.get(NGINX) ?? [], 'cpuUs');
  const rows = [...rounds].map(([subject, measured]) => [
    subject.name,
    subject.does,
    spread(
      measured.map((round) => round.cpuUs),
      'us',
    ),
    `${(medianOf(measured, 'cpuUs') / reference).toFixed(2)}x`,
    `${medianOf(measured, 'perSecond').toFixed(0)}/s`,
    ...(['p50Ms', 'p99Ms', 'p999Ms'] as const).map((name) => `${medianOf(measured, name).toFixed(2)} ms`),
    String(measured.reduce((failed, round) => failed + round.failed, 0)),
  ]);
  await publish('proxy', {
    title: 'CPU of a proxied request',
    head: ['proxy', 'does', 'CPU a request', 'of nginx', 'requests', 'p50', 'p99', 'p99.9', 'failed'],
    rows,
    notes: [
      `Median (least to most) of ${ROUNDS} interleaved rounds of ${SECONDS} s, ${CONNECTIONS} kept-alive connections, a small GET answered with 84 bytes of JSON.`,
      "CPU is the kernel's own account of the proxy's processes, user and system; proxy on one core, wrk and backend on the other.",
      ...missing.map((name) => `${name} is not installed here and was left out.`),
    ],
  });
}

function medianOf(rounds: readonly Round[], name: keyof Round): number {
  return median(rounds.map((round) => round[name]));
}
