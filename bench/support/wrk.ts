import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORES, type Core, installed, pinned } from './cores.ts';

/** What one run of wrk saw. */
export interface WrkReport {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  /** Requests without an answer, and answers of 400 and above. */
  readonly failed: number;
}

export interface WrkOptions {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Lua that is put before the report, for instance a `request` function. */
  readonly script?: string;
  /** Where it runs: on the core for load unless told otherwise. */
  readonly core?: Core;
}

/** Prints what wrk's own summary leaves out, as JSON on the last line. */
const REPORT = `
done = function(summary, latency, requests)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format('{"requests":%d,"durationUs":%d,"p50":%d,"p99":%d,"p999":%d,"failed":%d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency:percentile(99.9), failed))
end`;

interface Raw {
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

/** Loads a server with as much as it takes. */
export async function runWrk(options: WrkOptions): Promise<WrkReport> {
  const { url, connections, seconds, headers = {}, script = '', core = CORES.load } = options;
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-wrk-'));
  const file = join(folder, 'script.lua');
  await writeFile(file, `${script}\n${REPORT}`);
  const fields = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const raw = await wrk(core, ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', file, ...fields, url]);
  await rm(folder, { recursive: true });
  return {
    requests: raw.requests,
    perSecond: (raw.requests * 1e6) / raw.durationUs,
    p50Ms: raw.p50 / 1000,
    p99Ms: raw.p99 / 1000,
    p999Ms: raw.p999 / 1000,
    failed: raw.failed,
  };
}

async function wrk(core: Core, args: readonly string[]): Promise<Raw> {
  const [file, ...rest] = pinned(core, 'wrk', args);
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const bytes of child.stdout) output += String(bytes);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Raw;
}
