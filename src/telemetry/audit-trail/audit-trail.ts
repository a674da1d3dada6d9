import { appendFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIT_TRAIL_LIMITS } from './limits.ts';

/** Where records go. */
export interface AuditTrail {
  /** Takes a record; it is on its way to the disk, in order, before anything later is. Never throws. */
  write(record: object): void;
  /** Resolves when everything that was taken is written. */
  close(): Promise<void>;
}

export interface AuditTrailOptions {
  /** The folder, made when it is not there. */
  readonly directory: string;
  /** Tells the operator. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly fileBytes?: number;
  readonly keptFiles?: number;
}

const CURRENT = 'audit.jsonl';
/** Closed files sort by the time at which they were. */
const CLOSED = /^audit-\d{8}T\d{9}Z\.jsonl$/;

export function openAuditTrail(options: AuditTrailOptions): AuditTrail {
  const { directory, fileBytes = AUDIT_TRAIL_LIMITS.fileBytes } = options;
  const path = join(directory, CURRENT);
  let waiting: string[] = [];
  let lost = 0;
  let bytes: number | undefined;
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      try {
        await append(lines.join(''));
      } catch (error) {
        options.warn('The audit trail cannot be written; records are lost.', {
          records: lines.length,
          error: String(error),
        });
      }
    }
    writing = undefined;
    if (lost > 0) options.warn('The disk was too slow for the audit trail; records are lost.', { records: lost });
    lost = 0;
  }

  async function append(text: string): Promise<void> {
    if (bytes === undefined) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      bytes = await sizeOf(path);
    }
    if (bytes > 0 && bytes + Buffer.byteLength(text) > fileBytes) {
      await closeFile(options, path);
      bytes = 0;
    }
    await appendFile(path, text, { mode: 0o600 });
    bytes += Buffer.byteLength(text);
  }

  return {
    write(record) {
      if (waiting.length >= AUDIT_TRAIL_LIMITS.waitingRecords) {
        lost += 1;
        return;
      }
      waiting.push(`${JSON.stringify(record)}\n`);
      // After the answers of this turn have gone out.
      writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(writeAll);
    },
    async close() {
      while (writing !== undefined) await writing;
    },
  };
}

async function closeFile(
  { directory, now, keptFiles = AUDIT_TRAIL_LIMITS.keptFiles }: AuditTrailOptions,
  path: string,
): Promise<void> {
  const time = new Date(now()).toISOString().replace(/[-:.]/g, '');
  await rename(path, join(directory, `audit-${time}.jsonl`));
  const closed = (await readdir(directory)).filter((name) => CLOSED.test(name)).sort();
  for (const name of closed.slice(0, Math.max(0, closed.length - keptFiles))) await rm(join(directory, name));
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
