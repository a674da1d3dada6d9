import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { treeUsage } from '../support/process-tree.ts';
import { CORES, installed, type Running, type Subject } from './subject.ts';

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

/** Prints what wrk's own summary leaves out, as JSON on the last line. */
const REPORT = `
done = function(summary, latency, requests)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format('{"requests":%d,"durationUs":%d,"p50":%d,"p99":%d,"p999":%d,"failed":%d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency:percentile(99.9), failed))
end`;

interface Report {
  readonly requests: number;
  readonly durationUs: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly failed: number;
}

export function wrkInstalled(): boolean {
  return installed('wrk', '-v');
}

/** Loads a proxy with as much as it takes. */
export async function load(
  subject: Subject,
  running: Running,
  folder: string,
  connections: number,
  seconds: number,
): Promise<Round> {
  const script = join(folder, 'report.lua');
  await writeFile(script, REPORT);
  const headers = Object.entries(subject.headers ?? {}).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const before = treeUsage(running.pid).cpuMs;
  const report = await wrk([
    ...['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, ...headers],
    `http://127.0.0.1:${running.port}/users?limit=25`,
  ]);
  const cpuMs = treeUsage(running.pid).cpuMs - before;
  return {
    cpuUs: (cpuMs * 1000) / report.requests,
    perSecond: (report.requests * 1e6) / report.durationUs,
    p50Ms: report.p50 / 1000,
    p99Ms: report.p99 / 1000,
    p999Ms: report.p999 / 1000,
    failed: report.failed,
  };
}

async function wrk(args: readonly string[]): Promise<Report> {
  const command = installed('taskset', '-V') ? ['taskset', '-c', String(CORES.load), 'wrk'] : ['wrk'];
  const [file = 'wrk', ...rest] = [...command, ...args];
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const bytes of child.stdout) output += String(bytes);
  const line = output.trim().split('\n').at(-1) ?? '';
  return JSON.parse(line) as Report;
}
