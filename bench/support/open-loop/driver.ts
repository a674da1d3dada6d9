import { EventEmitter, once } from 'node:events';
import { Connections } from './connections.ts';
import { type OpenLoopReport, Samples } from './samples.ts';
import { Schedule } from './schedule.ts';

export interface OpenLoopOptions {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly ratePerSecond: number;
  readonly seconds: number;
  /** Before that, at the same rate: for connections, caches and compilers, and not in the report. */
  readonly warmUpSeconds?: number;
}

/** How long the last answers are waited for. */
const GRACE_MS = 5_000;
/** From a run's preparation to its first request. */
const START_MS = 1;

/**
 * Loads a server with GET requests at a fixed rate. Whatever wakes the driver, an answer or its timer, it sends what is due.
 * @throws when the server takes no connections
 */
export async function runOpenLoop(options: OpenLoopOptions): Promise<OpenLoopReport> {
  const { ratePerSecond, seconds, warmUpSeconds = 0 } = options;
  const url = new URL(options.url);
  const request = requestOf(url, options.headers ?? {});
  const ended = new EventEmitter();
  let answered = 0;
  const connections = new Connections(url, (dueMs, status) => {
    samples.answered(dueMs, performance.now(), status);
    answered += 1;
    if (answered === schedule.total) ended.emit('end');
    else sendDue();
  });
  await connections.open(options.connections);

  const schedule = new Schedule(performance.now() + START_MS, ratePerSecond, warmUpSeconds + seconds);
  const first = Math.round(ratePerSecond * warmUpSeconds);
  const samples = new Samples(schedule.timeOf(first), schedule.total - first);
  let sent = 0;
  /** Due requests wait for a connection: that they leave late is the server's doing. */
  let starved = false;
  const sendDue = (): void => {
    const nowMs = performance.now();
    const due = schedule.dueBy(nowMs);
    while (sent < due) {
      const connection = connections.take();
      if (connection === undefined) {
        starved = true;
        return;
      }
      const dueMs = schedule.timeOf(sent);
      sent += 1;
      if (!starved) samples.sentAtOnce(dueMs, nowMs);
      connection.send(request, dueMs);
    }
    starved = false;
  };
  const timer = setInterval(sendDue, 1);
  const givesUp = setTimeout(() => ended.emit('end'), (warmUpSeconds + seconds) * 1000 + GRACE_MS);
  await once(ended, 'end');
  clearInterval(timer);
  clearTimeout(givesUp);
  connections.close();
  return samples.report();
}

function requestOf(url: URL, headers: Readonly<Record<string, string>>): Buffer {
  const fields = Object.entries({ Host: url.host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`GET ${url.pathname}${url.search} HTTP/1.1\r\n${fields.join('')}\r\n`);
}
