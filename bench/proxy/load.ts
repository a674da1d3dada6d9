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
