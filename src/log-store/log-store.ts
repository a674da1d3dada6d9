import { fdatasync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PacedWork } from '../event-loop/index.ts';
import { packEvents, recordEnd } from '../log-records/index.ts';
import {
  type IngestedLogEvents,
  type LogGroupRef,
  type LogQuery,
  type LogRecords,
  type LogStore,
  LogStoreFullError,
} from '../model/index.ts';
import { groupFolder } from './file-names.ts';
import { watchSpace } from './free-space.ts';
import { KeptEvents, UnreadableEventsError } from './kept-events.ts';
import { FRAME_BYTES, LOG_BYTES, OPEN_GROUPS, RESERVED_BYTES, SIZE_MS, SYNC_MS, TRIM_MS } from './limits.ts';
import { LogGroupFiles } from './log-group.ts';
import type { Reading } from './merge.ts';
import { segmentsBeyond } from './oldest-segments.ts';
import { unlessMissing } from './unless-missing.ts';

const sync = promisify(fdatasync);

export interface LogStoreOptions {
  /** Is made by the first event. */
  readonly folder: string;
  /** So much of the disk is left to others. */
  readonly reservedBytes?: number;
  /** What a log gathers before it becomes a segment. */
  readonly logBytes?: number;
  /** What all groups may take on disk, about: of more, the oldest segments go. Absent for as much as there is. */
  readonly maxBytes?: number | undefined;
  /** Milliseconds that never go backwards. */
  nowMs(): number;
  /** One line for the operator. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** A log store that can be ended. */
export interface ClosableLogStore extends LogStore {
  /** Forgets all groups. */
  clear(): Promise<void>;
  /** Waits for what is being written, and closes all files. */
  close(): Promise<void>;
}

interface Follower {
  wants(group: LogGroupRef): boolean;
  listener(ingested: IngestedLogEvents): void;
}

interface OpenGroup {
  readonly opened: Promise<LogGroupFiles>;
  /** Once it is open. */
  files?: LogGroupFiles;
}

/** Log groups as folders of segments. Nothing is opened before a group is asked for. */
export function createLogStore({
  folder,
  reservedBytes = RESERVED_BYTES,
  logBytes = LOG_BYTES,
  maxBytes,
  nowMs,
  warn,
}: LogStoreOptions): ClosableLogStore {
  const groups = new Map<string, OpenGroup>();
  const sizes = new Map<string, { readonly bytes: number; readonly atMs: number }>();
  const followers = new Set<Follower>();
  const isShort = watchSpace(folder, reservedBytes, nowMs);
  let sealing: Promise<void> = Promise.resolve();
  /** Groups with logs that wait to become segments. */
  const toSeal = new Set<LogGroupFiles>();
  /** Who waits until nothing is made of a log any more. */
  let leaving = 0;
  const isUrgent = (): boolean => leaving > 0 || [...toSeal].reduce((logs, { fullLogs }) => logs + fullLogs, 0) > 1;
  const work = new PacedWork({}, isUrgent);
  let syncing: NodeJS.Timeout | undefined;
  let trashed = 0;
  let deletions = 0;
  let trimmedAtMs = Number.NEGATIVE_INFINITY;
  let isTrimming = false;

  const open = (group: LogGroupRef): Promise<LogGroupFiles> => {
    const path = groupFolder(folder, group);
    const known = groups.get(path);
    if (known !== undefined) {
      // The map's order is that of their last use.
      groups.delete(path);
      groups.set(path, known);
      return known.opened;
    }
    const entry: OpenGroup = { opened: LogGroupFiles.open({ folder: path, logBytes, work }) };
    groups.set(path, entry);
    entry.opened.then(
      (files) => {
        entry.files = files;
        if (files.fullLogs > 0) sealLater(files);
      },
      () => groups.delete(path),
    );
    closeOldest();
    return entry.opened;
  };

  /** Those that are being opened or wait to be sealed are left alone. */
  function closeOldest(): void {
    for (const [path, { files }] of groups) {
      if (groups.size <= OPEN_GROUPS) return;
      if (files === undefined || files.fullLogs > 0) continue;
      groups.delete(path);
      void syncGroup(files).then(() => files.close());
    }
  }

  /** One after the other: making a segment is work for a whole processor. */
  function sealLater(files: LogGroupFiles): void {
    toSeal.add(files);
    sealing = sealing
      .then(() => files.seal())
      .finally(() => toSeal.delete(files))
      .catch((error: unknown) => warn('Log events stay uncompressed.', { error: String(error) }))
      .then(trim)
      .catch((error: unknown) => warn('Old log events were not deleted.', { error: String(error) }));
  }

  /** Looks at all files now and then, while segments are made. */
  async function trim(): Promise<void> {
    if (maxBytes === undefined || nowMs() - trimmedAtMs < TRIM_MS) return;
    trimmedAtMs = nowMs();
    const beyond = await segmentsBeyond(folder, maxBytes);
    for (const { folder: path, name } of beyond) {
      const files = await groups.get(path)?.opened;
      if (files === undefined) await rm(join(path, name), { force: true });
      else await files.deleteSegment(name);
    }
    if (beyond.length > 0 && !isTrimming)
      warn('Log groups have come to their limit; the oldest events are deleted.', { maxBytes });
    isTrimming = beyond.length > 0;
  }

  function syncLater(): void {
    syncing ??= setTimeout(async () => {
      syncing = undefined;
      for (const { files } of [...groups.values()]) await syncGroup(files);
    }, SYNC_MS).unref();
  }

  async function syncGroup(files: LogGroupFiles | undefined): Promise<void> {
    try {
      for (const file of files?.dirtyFiles() ?? []) await sync(file);
    } catch (error) {
      // Such as a log that has become a segment meanwhile, which is on the disk.
      if ((error as NodeJS.ErrnoException).code === 'EBADF') return;
      warn('Log events may not be on the disk.', { error: String(error) });
    }
  }

  function tell(ingested: KeptEvents): void {
    const wanting = [...followers].filter(({ wants }) => wants(ingested.group));
    for (const { listener } of wanting) {
      try {
        listener(ingested);
      } catch (error) {
        if (error instanceof UnreadableEventsError) {
          warn('Log events came in that cannot be read.', { logGroup: ingested.group.name, error: error.message });
          break;
        }
        // A defect of the follower's, and none of whoever wrote.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
    ingested.letGo();
  }

  const appendRecords: LogStore['appendRecords'] = async (group, stream, records, ingestedMs) => {
    if (records.count === 0) return;
    if (isShort()) throw new LogStoreFullError('The disk of the data directory is nearly full.');
    const files = await open(group);
    for (const some of inFrames(records)) {
      const frame = files.append(stream, some, ingestedMs);
      tell(new KeptEvents(group, stream, frame));
    }
    if (files.fullLogs > 0 && !files.isSealing) sealLater(files);
    syncLater();
  };

  async function closeGroup(known: OpenGroup | undefined): Promise<void> {
    leaving += 1;
    const files = await known?.opened.catch(() => undefined);
    files?.close();
    // What is being sealed is finished; nothing else of it is begun.
    await files?.sealed();
    leaving -= 1;
  }

  return {
    append: (group, stream, events, ingestedMs) => appendRecords(group, stream, packEvents(events), ingestedMs),
    appendRecords,

    async *read(group, query) {
      const files = await open(group);
      const reading = readingOf(files, query);
      if (reading.streams?.size === 0 || reading.fromMs > reading.toMs) return;
      yield* files.read(reading);
    },

    follow(wants, listener) {
      const follower = { wants, listener };
      followers.add(follower);
      return () => void followers.delete(follower);
    },

    async createStream(group, stream, atMs) {
      const files = await open(group);
      if (files.findStream(stream) !== undefined) return false;
      files.createStream(stream, atMs);
      return true;
    },

    deleteStream: async (group, stream) => (await open(group)).deleteStream(stream),
    listStreams: async (group) => (await open(group)).listStreams(),
    findStream: async (group, stream) => (await open(group)).findStream(stream),

    get deletions() {
      return deletions;
    },

    async deleteGroup(group) {
      deletions += 1;
      const path = groupFolder(folder, group);
      const known = groups.get(path);
      groups.delete(path);
      sizes.delete(path);
      await closeGroup(known);
      trashed += 1;
      // In one step, so that a crash leaves all of it or nothing.
      const trash = join(folder, `.deleted-${trashed}`);
      // What a crash left of another.
      await rm(trash, { recursive: true, force: true });
      await rename(path, trash).catch(unlessMissing);
      await rm(trash, { recursive: true, force: true });
    },

    async clear() {
      deletions += 1;
      const all = [...groups.values()];
      groups.clear();
      sizes.clear();
      await Promise.all(all.map(closeGroup));
      await rm(folder, { recursive: true, force: true });
    },

    async storedBytes(group) {
      const path = groupFolder(folder, group);
      const known = sizes.get(path);
      if (known !== undefined && nowMs() - known.atMs < SIZE_MS) return known.bytes;
      const bytes = await folderBytes(path);
      sizes.set(path, { bytes, atMs: nowMs() });
      return bytes;
    },

    expire: async (group, beforeMs) => (await open(group)).expire(beforeMs),

    async close() {
      clearTimeout(syncing);
      leaving += 1;
      await sealing;
      const all = [...groups.values()];
      groups.clear();
      await Promise.all(
        all.map(async (known) => {
          await syncGroup(known.files);
          await closeGroup(known);
        }),
      );
    },
  };
}

/** Undefined bounds are none. */
function readingOf(files: LogGroupFiles, query: LogQuery): Omit<Reading, 'nameOf'> {
  const { streams, streamPrefix, startMs = 0, endMs = Number.POSITIVE_INFINITY, direction, after } = query;
  const wanted = streams === undefined ? undefined : files.streamIds(streams);
  const prefixed = streamPrefix === undefined ? undefined : files.streamIdsWithPrefix(streamPrefix);
  const afterMs = after?.timestampMs;
  return {
    direction,
    after,
    // Timestamps are whole milliseconds.
    fromMs: direction === 'forward' ? Math.max(startMs, afterMs ?? startMs) : startMs,
    toMs: direction === 'backward' ? Math.min(endMs - 1, afterMs ?? Number.POSITIVE_INFINITY) : endMs - 1,
    streams: wanted ?? prefixed,
  };
}

/** What one frame takes each. */
function* inFrames(records: LogRecords): Generator<LogRecords> {
  if (records.packed !== undefined || records.bytes.length <= FRAME_BYTES) {
    yield records;
    return;
  }
  const bytes = Buffer.from(records.bytes.buffer, records.bytes.byteOffset, records.bytes.length);
  let from = 0;
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = recordEnd(bytes, at);
    if (count > 0 && end - from > FRAME_BYTES) {
      yield { count, bytes: bytes.subarray(from, at) };
      from = at;
      count = 0;
    }
    count += 1;
    at = end;
  }
  yield { count, bytes: bytes.subarray(from) };
}

async function folderBytes(path: string): Promise<number> {
  const names = await readdir(path).catch(unlessMissing);
  const sizes = await Promise.all((names ?? []).map((name) => stat(join(path, name)).catch(unlessMissing)));
  return sizes.reduce((sum, file) => sum + (file?.size ?? 0), 0);
}
