import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClosableLogStore, createLogStore } from '../../src/log-store/index.ts';
import type { NewLogEvent } from '../../src/model/index.ts';
import { ACCOUNT_ID, call, startLogs } from '../../src/services/logs/testing/service.ts';
import { temporaryFolder } from '../../test/support/sallyport.ts';
import { median, spread } from '../support/statistics.ts';

const EVENTS = 10_000_000;
/** As a worker sends them. */
const BATCH = 250;
const EVENTS_A_MS = 10;
const SEARCHES = 25;
const SCOPE = { accountId: ACCOUNT_ID, region: 'us-east-1' };
const GROUP = 'bench/access';
const START_MS = Date.parse('2026-01-01T00:00:00Z');

export interface Figures {
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** Fills a group with ten million events and searches it by the handlers of CloudWatch Logs. */
export async function storeFigures(): Promise<Figures> {
  const folder = await temporaryFolder();
  const open = (): ClosableLogStore =>
    createLogStore({ folder: folder.path, nowMs: () => performance.now(), warn: console.error });
  const { perSecond, bytes } = await fill(open());
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const stored = await folderBytes(folder.path);
  const { api, stop } = await startLogs(folder.path);
  const asRoot = call({ nowMs: START_MS });
  await api.createLogGroup({ logGroupName: GROUP }, asRoot);

  const search = async (terms: { limit: number; filterPattern?: string }): Promise<readonly number[]> => {
    const took: number[] = [];
    for (let n = 0; n < SEARCHES; n++) {
      const startTime = START_MS + Math.floor((Math.random() * EVENTS) / EVENTS_A_MS / 2);
      const begunAt = performance.now();
      const page = await api.filterLogEvents(
        { logGroupName: GROUP, startTime, endTime: startTime + 60_000, ...terms },
        asRoot,
      );
      took.push(performance.now() - begunAt);
      if (page.events?.length === 0) throw new Error('A search found nothing.');
    }
    return took;
  };
  const first = await search({ limit: 1_000 });
  const filtered = await search({ limit: 100, filterPattern: '{ $.status = 500 }' });
  const words = await search({ limit: 100, filterPattern: '"/pets/777"' });

  await stop();
  await folder.remove();
  return {
    rows: [
      ['events a second of CPU time taken', `${Math.round(perSecond).toLocaleString('en')}/s`, '50,000/s'],
      ['first page of a minute, 1,000 events', spread(first, 'ms'), '300 ms'],
      ['first 100 of a minute with a JSON pattern, one in 100 matches', spread(filtered, 'ms'), '300 ms'],
      ['first 100 of a minute with a word, one in 1,000 matches', spread(words, 'ms'), '300 ms'],
      ['memory of the process at most, filling', `${Math.round(peakMb)} MB`, ''],
      ['on disk, of what was written', `${((100 * stored) / bytes).toFixed(0)} %`, ''],
    ],
    notes: [
      `${EVENTS.toLocaleString('en')} events of an access log in JSON (${Math.round(bytes / EVENTS)} bytes each), in batches of ${BATCH}, sorting and compressing included; CPU time of all threads.`,
      `Searches: median (least to most) of ${SEARCHES}, each in a minute of the log (600,000 events) at random. Median of the first page: ${median(first).toFixed(0)} ms.`,
    ],
  };
}

/** Appends all events, and waits until they are sorted and compressed. */
async function fill(logs: ClosableLogStore): Promise<{ readonly perSecond: number; readonly bytes: number }> {
  const group = { scope: SCOPE, name: GROUP };
  const ids = Array.from({ length: 1_000 }, () => randomUUID());
  const generatedAt = process.cpuUsage();
  let bytes = 0;
  for (let from = 0; from < EVENTS; from += BATCH) {
    for (const { message } of batch(from, ids)) bytes += message.length;
  }
  const generatingMs = cpuMs(generatedAt);
  const filledAt = process.cpuUsage();
  for (let from = 0; from < EVENTS; from += BATCH) {
    await logs.append(group, `worker-${(from / BATCH) % 2}`, batch(from, ids), START_MS);
    // Batches come over a socket, so that other work gets its turn.
    await new Promise(setImmediate);
  }
  await logs.close();
  return { perSecond: (EVENTS * 1000) / (cpuMs(filledAt) - generatingMs), bytes };
}

function batch(from: number, ids: readonly string[]): readonly NewLogEvent[] {
  return Array.from({ length: BATCH }, (_, index) => {
    const n = from + index;
    const status = n % 100 === 0 ? 500 : 200;
    const message = `{"requestId":"${ids[n % 1_000]}","ip":"10.0.0.${n % 250}","requestTime":"01/Jan/2026:00:00:00 +0000","httpMethod":"GET","resourcePath":"/pets/{id}","path":"/pets/${n % 1_000}","status":${status},"protocol":"HTTP/1.1","responseLength":${n % 997},"latency":${n % 31}}`;
    return { timestampMs: START_MS + Math.floor(n / EVENTS_A_MS), message };
  });
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function folderBytes(path: string): Promise<number> {
  const names = await readdir(path, { recursive: true });
  const files = await Promise.all(names.map((name) => stat(join(path, name))));
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
