import { treeUsage } from '../support/process-tree.ts';
import { runWrk } from '../support/wrk.ts';
import type { Running, Subject } from './subject.ts';

/** What one round of load on one proxy gave. */
export interface Round {
  /** CPU of the proxy's own processes, user and system, for each request. */
  readonly cpuUs: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly failed: number;
}

/** Where a proxy is called, and with what. */
export function target(
  subject: Subject,
  running: Running,
): { readonly url: string; readonly headers: Record<string, string> } {
  return {
    url: running.url ?? `http://127.0.0.1:${running.port}/users?limit=25`,
    headers: { ...subject.headers, ...running.headers },
  };
}

/** Loads a proxy with as much as it takes. */
export async function load(subject: Subject, running: Running, connections: number, seconds: number): Promise<Round> {
  const before = treeUsage(running.pid).cpuMs;
  const report = await runWrk({ ...target(subject, running), connections, seconds });
  const cpuMs = treeUsage(running.pid).cpuMs - before;
  return { cpuUs: (cpuMs * 1000) / report.requests, ...report };
}

/** Enough for compilers that optimise what is run often; by number, since on a busy machine that takes its time. */
const WARM_UP_REQUESTS = 40_000;
const WARM_UP_SECONDS = 2;
const MAX_WARM_UP_LOADS = 10;

/** Loads a proxy until it is as fast as it gets. */
export async function warmUp(subject: Subject, running: Running, connections: number): Promise<void> {
  let requests = 0;
  for (let loads = 0; loads < MAX_WARM_UP_LOADS && requests < WARM_UP_REQUESTS; loads++) {
    const { perSecond } = await load(subject, running, connections, WARM_UP_SECONDS);
    requests += perSecond * WARM_UP_SECONDS;
  }
}
