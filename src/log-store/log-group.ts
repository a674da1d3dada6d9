import { mkdirSync } from 'node:fs';
import { readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { PacedWork } from '../event-loop/index.ts';
import { type LogRecords, LogStoreFullError, type LogStreamFacts, type StoredLogEvent } from '../model/index.ts';
import { logName, readLogName, readSegmentName, type SegmentFile } from './file-names.ts';
import type { NewFrame } from './frame.ts';
import type { Reading, Sources } from './merge.ts';
import { mergeEvents } from './merge.ts';
import { createLog, type OpenLog, recoverLog } from './open-log.ts';
import { sealLog } from './seal.ts';
import { StreamRegistry } from './stream-registry.ts';

/** A log with its generation and the streams that are in it. */
interface GroupLog {
  readonly log: OpenLog;
  readonly generation: number;
  readonly streams: Set<number>;
}

export interface GroupOptions {
  readonly folder: string;
  /** What a log holds, unpacked, until it is full. */
  readonly logBytes: number;
  /** Makes segments. */
  readonly work: PacedWork;
}

/** Sequences of a file begin no earlier: so they go on also where the one before was lost. A million events a second fit in. */
const SEQUENCES_A_MS = 1_000;

/** A group whose files are known: segments that are closed for good, logs that wait to become one, and the log that grows. */
export class LogGroupFiles {
  readonly #folder: string;
  readonly #logBytes: number;
  readonly #work: PacedWork;
  readonly #registry: StreamRegistry;
  #segments: readonly SegmentFile[];
  /** Full; oldest first. */
  #full: readonly GroupLog[] = [];
  #growing: GroupLog | undefined;
  #nextGeneration: number;
  #nextSequence = 0;
  #sealing: Promise<void> | undefined;

  private constructor(
    { folder, logBytes, work }: GroupOptions,
    registry: StreamRegistry,
    segments: readonly SegmentFile[],
  ) {
    this.#folder = folder;
    this.#logBytes = logBytes;
    this.#work = work;
    this.#registry = registry;
    this.#segments = segments;
    this.#nextSequence = registry.nextSequence;
    this.#nextGeneration = 1 + Math.max(0, ...segments.map(({ generation }) => generation));
  }

  /** Opens a group's folder, mends what a crash left, and removes what it left over. A group that has no folder is empty. */
  static async open(options: GroupOptions): Promise<LogGroupFiles> {
    const { folder } = options;
    const names = await readdir(folder).catch(nothing);
    const segments = names.map(readSegmentName).filter((segment) => segment !== undefined);
    const registry = await StreamRegistry.open(join(folder, 'streams.jsonl'));
    const group = new LogGroupFiles(options, registry, segments);
    const sealed = new Set(segments.map(({ generation }) => generation));
    const generations = names.map(readLogName).filter((generation) => generation !== undefined);
    await Promise.all(names.filter((name) => /^\d+\.tmp$/.test(name)).map((name) => unlink(join(folder, name))));
    for (const generation of generations.sort((one, other) => one - other)) {
      await group.#recover(generation, sealed.has(generation));
    }
    return group;
  }

  /** How many logs wait to become segments, the one of which one is being made among them. */
  get fullLogs(): number {
    return this.#full.length;
  }

  get isSealing(): boolean {
    return this.#sealing !== undefined;
  }

  /** @throws {LogStoreFullError} */
  append(stream: string, records: LogRecords, ingestedMs: number): NewFrame {
    const id = this.#registry.idOf(stream) ?? this.createStream(stream, ingestedMs);
    const growing = this.#growing ?? this.#begin(ingestedMs);
    const frame = growing.log.append(records, { stream: id, ingestedMs });
    growing.streams.add(id);
    this.#registry.saw(frame.head);
    if (growing.log.plainLength >= this.#logBytes) this.closeLog();
    return frame;
  }

  /** No more events go into the log that grows. @returns whether it had any */
  closeLog(): boolean {
    const growing = this.#growing;
    if (growing === undefined || growing.log.spans.length === 0) return false;
    this.#full = [...this.#full, growing];
    this.#nextSequence = growing.log.nextSequence;
    this.#growing = undefined;
    return true;
  }

  /** @returns its number @throws {LogStoreFullError} */
  createStream(name: string, nowMs: number): number {
    this.#makeFolder();
    return this.#registry.create(name, nowMs);
  }

  /** @throws {LogStoreFullError} */
  deleteStream(name: string): boolean {
    return this.#registry.delete(name);
  }

  findStream(name: string): LogStreamFacts | undefined {
    return this.#registry.find(name);
  }

  listStreams(): readonly LogStreamFacts[] {
    return this.#registry.list();
  }

  streamIds(names: readonly string[]): ReadonlySet<number> {
    return new Set(names.map((name) => this.#registry.idOf(name)).filter((id) => id !== undefined));
  }

  streamIdsWithPrefix(prefix: string): ReadonlySet<number> {
    return this.#registry.idsWithPrefix(prefix);
  }

  /** Begins with the files that are there when the first page is asked for. */
  async *read(reading: Omit<Reading, 'nameOf'>): AsyncGenerator<readonly StoredLogEvent[]> {
    yield* mergeEvents(this.#sources(), { ...reading, nameOf: (id) => this.#registry.nameOf(id) });
  }

  /** Makes segments of logs that are full; resolves when none is left. Two never work at one time. */
  seal(): Promise<void> {
    this.#sealing ??= this.#sealAll().finally(() => {
      this.#sealing = undefined;
    });
    return this.#sealing;
  }

  /** Deletes segments that hold nothing later. */
  async expire(beforeMs: number): Promise<void> {
    if (this.#growing?.log.spans.some(({ minMs }) => minMs < beforeMs) && this.closeLog()) await this.seal();
    for (const { name } of this.#segments.filter(({ maxMs }) => maxMs < beforeMs)) await this.deleteSegment(name);
  }

  async deleteSegment(name: string): Promise<void> {
    this.#segments = this.#segments.filter((segment) => segment.name !== name);
    await rm(join(this.#folder, name), { force: true });
  }

  /** Files that were written to since the last time. */
  dirtyFiles(): readonly number[] {
    return this.#logs().flatMap(({ log }) => log.dirtyFile() ?? []);
  }

  /** Resolves when nothing is being sealed. */
  async sealed(): Promise<void> {
    await this.#sealing?.catch(() => undefined);
  }

  /** It is not to be used any more. */
  close(): void {
    for (const { log } of this.#logs()) log.close();
    this.#full = [];
    this.#growing = undefined;
  }

  #logs(): readonly GroupLog[] {
    return this.#growing === undefined ? this.#full : [...this.#full, this.#growing];
  }

  #sources(): Sources {
    return {
      segments: this.#segments.map(({ name, minMs, maxMs }) => ({ path: join(this.#folder, name), minMs, maxMs })),
      logs: this.#logs().map(({ log }) => ({ path: log.path, spans: [...log.spans] })),
    };
  }

  #makeFolder(): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o750 });
    } catch (error) {
      throw new LogStoreFullError(`Log groups cannot be written: ${String(error)}`, { cause: error });
    }
  }

  /** @throws {LogStoreFullError} */
  #begin(nowMs: number): GroupLog {
    const generation = this.#nextGeneration;
    const firstSequence = Math.max(this.#nextSequence, Math.trunc(nowMs) * SEQUENCES_A_MS);
    const log = createLog(join(this.#folder, logName(generation)), firstSequence);
    this.#nextGeneration += 1;
    this.#growing = { log, generation, streams: new Set() };
    return this.#growing;
  }

  /** @param isSealed a segment was made of it before the crash */
  async #recover(generation: number, isSealed: boolean): Promise<void> {
    const path = join(this.#folder, logName(generation));
    this.#nextGeneration = Math.max(this.#nextGeneration, generation + 1);
    const recovered = isSealed ? undefined : await recoverLog(path);
    if (recovered === undefined) {
      await unlink(path);
      return;
    }
    const { log, frames } = recovered;
    for (const head of frames) this.#registry.saw(head);
    // Only the last one grows.
    this.closeLog();
    this.#growing?.log.close();
    this.#growing = { log, generation, streams: new Set(frames.map(({ stream }) => stream)) };
    this.#nextSequence = log.nextSequence;
  }

  async #sealAll(): Promise<void> {
    for (let [oldest] = this.#full; oldest !== undefined; [oldest] = this.#full) {
      const { log, generation, streams } = oldest;
      const isKept = (id: number) => this.#registry.nameOf(id) !== undefined;
      // Before there is a segment, since with it the log is as good as gone, also after a crash or on a full disk.
      this.#registry.save(streams, log.nextSequence);
      const segment = await sealLog(this.#folder, { path: log.path, generation }, isKept, this.#work);
      // In one turn, so that whoever reads finds one of them.
      this.#full = this.#full.slice(1);
      if (segment !== undefined) this.#segments = [...this.#segments, segment];
      log.close();
      await rm(log.path, { force: true });
    }
  }
}

/** A folder that is not there holds nothing. @throws whatever else the system says */
function nothing(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
