import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { compile } from '../compile.ts';
import { CORES, type Core, pinned } from '../cores.ts';

export interface OpenLoopOptions {
  /** Of `http://`, and of this machine. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly ratePerSecond: number;
  readonly seconds: number;
  /** Before that, at the same rate: for connections, caches and compilers, and not in the report. */
  readonly warmUpSeconds?: number;
}

/** What one run of the driver saw. */
export interface OpenLoopReport {
  readonly answered: number;
  /** Requests without an answer, and answers of 400 and above. */
  readonly failed: number;
  /** Latencies from the moment at which a request was due to its answer's last byte; infinite for one without an answer. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  /**
   * The same without what is the driver's own: from when it has sent a request that had a connection to go by until the kernel has
   * the answer. One that had to wait for a connection counts from when it was due.
   */
  readonly socketP50Ms: number;
  readonly socketP99Ms: number;
  /** How late a request was sent that had a connection to go by; NaN where there was none. */
  readonly lateP99Ms: number;
}

/** A driver in a process of its own. */
export interface LoadDriver {
  /**
   * Loads a server with GET requests at a fixed rate.
   * @throws when the server takes no connections
   */
  run(options: OpenLoopOptions): Promise<OpenLoopReport>;
  stop(): void;
}

/**
 * Compiles it.
 * @param core where it runs, if the system can pin
 * @throws where there is no C compiler
 */
export function startDriver(core: Core = CORES.load): LoadDriver {
  const program = compile('support/open-loop/driver.c');
  return {
    run: (options) => run(core, program.path, options),
    stop: program.remove,
  };
}

async function run(core: Core, program: string, options: OpenLoopOptions): Promise<OpenLoopReport> {
  const { connections, ratePerSecond, seconds, warmUpSeconds = 0 } = options;
  const url = new URL(options.url);
  const load = [connections, ratePerSecond, warmUpSeconds, seconds].map(String);
  const [file, ...args] = pinned(core, program, [url.hostname, url.port, ...load]);
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(requestOf(url, options.headers ?? {}));
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`The load driver ended with ${code}: ${errors}`);
  const report = JSON.parse(output) as Readonly<Record<keyof OpenLoopReport, number | null>>;
  const known = (name: keyof OpenLoopReport, otherwise: number): number => report[name] ?? otherwise;
  return {
    answered: known('answered', 0),
    failed: known('failed', 0),
    p50Ms: known('p50Ms', Infinity),
    p99Ms: known('p99Ms', Infinity),
    p999Ms: known('p999Ms', Infinity),
    socketP50Ms: known('socketP50Ms', Infinity),
    socketP99Ms: known('socketP99Ms', Infinity),
    lateP99Ms: known('lateP99Ms', Number.NaN),
  };
}

function requestOf(url: URL, headers: Readonly<Record<string, string>>): string {
  const fields = Object.entries({ Host: url.host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${url.pathname}${url.search} HTTP/1.1\r\n${fields.join('')}\r\n`;
}
