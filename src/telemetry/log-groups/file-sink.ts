import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from '../../model/index.ts';
import { LogFile, type Warn } from '../log-file/index.ts';
import { GROUP_BATCH_BYTES, GROUP_FILE_BYTES, OPEN_GROUPS, RETRY_MS } from './limits.ts';
import { type ClosableSink, lineAt, lineOf, placeOf } from './sink.ts';

const TERMS = { subject: 'A log group', batchBytes: GROUP_BATCH_BYTES, maxBytes: GROUP_FILE_BYTES } as const;

/** A log group's file, with what stands in each of its lines. */
interface OpenGroup {
  readonly logGroup: string;
  readonly file: LogFile;
  readonly logStream: string;
  readonly place: string;
}

/**
 * Keeps log groups as files of a folder, which is made by the first event. Several processes may write to the same. What a
 * disk does not take is lost, and the operator is told.
 * @param nowMs milliseconds that never go backwards
 */
export function createFileSink(folder: string, warn: Warn, nowMs: () => number): ClosableSink {
  const groups = new Map<string, OpenGroup>();
  let latest: OpenGroup | undefined;
  let failedAtMs: number | undefined;

  const open = ({ logGroup, logStream }: LogEvent): OpenGroup => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = new LogFile(join(folder, fileName(logGroup)), warn, TERMS);
    const [oldest] = groups.values();
    if (oldest !== undefined && groups.size >= OPEN_GROUPS) {
      oldest.file.close();
      groups.delete(oldest.logGroup);
    }
    return { logGroup, file, logStream, place: placeOf(logGroup, logStream) };
  };
  const groupOf = (event: LogEvent): OpenGroup | undefined => {
    const known = groups.get(event.logGroup);
    if (known !== undefined) {
      // The map's order is that of their last use.
      groups.delete(event.logGroup);
      groups.set(event.logGroup, known);
      return known;
    }
    // A disk that takes nothing is not asked for every event.
    if (failedAtMs !== undefined && nowMs() - failedAtMs < RETRY_MS) return undefined;
    try {
      const opened = open(event);
      groups.set(event.logGroup, opened);
      failedAtMs = undefined;
      return opened;
    } catch (error) {
      if (failedAtMs === undefined)
        warn('A log group cannot be written; events are lost until it can.', {
          logGroup: event.logGroup,
          error: String(error),
        });
      failedAtMs = nowMs();
      return undefined;
    }
  };
  return {
    append(event) {
      if (latest?.logGroup !== event.logGroup) latest = groupOf(event);
      if (latest === undefined) return;
      const isUsual = latest.logStream === event.logStream;
      latest.file.append(isUsual ? lineAt(latest.place, event) : lineOf(event));
    },
    close() {
      for (const { file } of groups.values()) file.close();
      groups.clear();
      latest = undefined;
    },
  };
}

/** The longest name of a file on the usual file systems. */
const MAX_NAME = 255;
const ENDING = '.log';

/** `API-Gateway-Execution-Logs_abc%2Fprod.log`; a name that would be too long ends in its hash. */
function fileName(logGroup: string): string {
  const name = encodeURIComponent(logGroup);
  // Room for the `.1` of a file that was moved away.
  const most = MAX_NAME - ENDING.length - 2;
  if (name.length <= most) return name + ENDING;
  const hash = createHash('sha256').update(logGroup).digest('hex').slice(0, 32);
  return `${name.slice(0, most - hash.length - 1)}-${hash}${ENDING}`;
}
