import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { LogStoreFullError, type LogStreamFacts } from '../model/index.ts';
import type { FrameHead } from './frame.ts';

/** A line of the file: a stream, what is known of its events, that it is no more, or the sequence that the group has come to. */
type Line =
  | { readonly id: number; readonly name: string; readonly at: number }
  | { readonly id: number; readonly first: number; readonly last: number; readonly in: number }
  | { readonly gone: number }
  | { readonly sequence: number };

interface Stream {
  readonly id: number;
  readonly name: string;
  readonly createdMs: number;
  firstEventMs?: number;
  lastEventMs?: number;
  lastIngestedMs?: number;
}

/** A file with more lines than this many times its streams is written anew when it is opened. */
const LINES_A_STREAM = 4;
const FEW_LINES = 1_000;

/** The streams of a group, by name and by the number that stands for it in records. A number is never used twice. */
export class StreamRegistry {
  readonly #path: string;
  readonly #byName = new Map<string, Stream>();
  readonly #byId = new Map<number, Stream>();
  #nextId = 1;
  #nextSequence = 0;
  #lines = 0;
  /** The last write may have been cut off. */
  #isTorn = false;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Reads the file; where there is none, there are no streams. */
  static async open(path: string): Promise<StreamRegistry> {
    const registry = new StreamRegistry(path);
    registry.#read(await readFile(path, 'utf8').catch(nothing));
    return registry;
  }

  /** Of an event, at least: what was saved last. */
  get nextSequence(): number {
    return this.#nextSequence;
  }

  find(name: string): LogStreamFacts | undefined {
    const stream = this.#byName.get(name);
    return stream && factsOf(stream);
  }

  /** The number of a stream that is there. */
  idOf(name: string): number | undefined {
    return this.#byName.get(name)?.id;
  }

  /** Undefined for a stream that is no more. */
  nameOf(id: number): string | undefined {
    return this.#byId.get(id)?.name;
  }

  /** Ordered by name. */
  list(): readonly LogStreamFacts[] {
    return [...this.#byName.values()].sort(byCodePoints).map(factsOf);
  }

  /** The numbers of streams whose names begin so. */
  idsWithPrefix(prefix: string): ReadonlySet<number> {
    const found = [...this.#byName.values()].filter(({ name }) => name.startsWith(prefix));
    return new Set(found.map(({ id }) => id));
  }

  /** @returns its number @throws {LogStoreFullError} */
  create(name: string, nowMs: number): number {
    const line = { id: this.#nextId, name, at: nowMs };
    this.#append([line]);
    this.#take(line);
    return line.id;
  }

  /** @returns whether there was one @throws {LogStoreFullError} */
  delete(name: string): boolean {
    const stream = this.#byName.get(name);
    if (stream === undefined) return false;
    const line = { gone: stream.id };
    this.#append([line]);
    this.#take(line);
    return true;
  }

  /** Takes note of events that came in. */
  saw({ stream, minMs, maxMs, ingestedMs }: FrameHead): void {
    this.#take({ id: stream, first: minMs, last: maxMs, in: ingestedMs });
  }

  /**
   * Writes down what is known of the events of streams, before the log that tells it is gone.
   * @param nextSequence behind the last event of that log
   * @throws {LogStoreFullError}
   */
  save(ids: Iterable<number>, nextSequence: number): void {
    const line = { sequence: nextSequence };
    this.#append([...[...ids].flatMap((id) => seenLine(this.#byId.get(id))), line]);
    this.#take(line);
  }

  #read(text: string): void {
    const lines = text.split('\n');
    // What follows the last line end was cut off.
    this.#isTorn = lines.pop() !== '';
    for (const line of lines) {
      const parsed = parse(line);
      if (parsed !== undefined) this.#take(parsed);
    }
    this.#lines = lines.length;
    if (this.#lines > FEW_LINES + LINES_A_STREAM * this.#byName.size) this.#compact();
  }

  #take(line: Line): void {
    if ('sequence' in line) {
      this.#nextSequence = Math.max(this.#nextSequence, line.sequence);
      return;
    }
    if ('gone' in line) {
      const stream = this.#byId.get(line.gone);
      this.#byId.delete(line.gone);
      if (stream !== undefined) this.#byName.delete(stream.name);
      // Also where its own line was left out by a compaction.
      this.#nextId = Math.max(this.#nextId, line.gone + 1);
      return;
    }
    if ('name' in line) {
      const stream = { id: line.id, name: line.name, createdMs: line.at };
      this.#byName.set(stream.name, stream);
      this.#byId.set(stream.id, stream);
      this.#nextId = Math.max(this.#nextId, line.id + 1);
      return;
    }
    const stream = this.#byId.get(line.id);
    if (stream === undefined) return;
    stream.firstEventMs = Math.min(stream.firstEventMs ?? line.first, line.first);
    stream.lastEventMs = Math.max(stream.lastEventMs ?? line.last, line.last);
    stream.lastIngestedMs = Math.max(stream.lastIngestedMs ?? line.in, line.in);
  }

  #append(lines: readonly Line[]): void {
    try {
      appendFileSync(this.#path, (this.#isTorn ? '\n' : '') + textOf(lines), { mode: 0o640 });
      this.#isTorn = false;
      this.#lines += lines.length;
    } catch (error) {
      this.#isTorn = true;
      throw new LogStoreFullError(`Log streams cannot be written: ${String(error)}`, { cause: error });
    }
  }

  /** What cannot be written anew stays as it is. */
  #compact(): void {
    const streams = [...this.#byName.values()];
    const lines = streams.flatMap((stream): readonly Line[] => [
      { id: stream.id, name: stream.name, at: stream.createdMs },
      ...seenLine(stream),
    ]);
    try {
      writeFileSync(
        `${this.#path}.tmp`,
        textOf([{ gone: this.#nextId - 1 }, { sequence: this.#nextSequence }, ...lines]),
        { mode: 0o640 },
      );
      renameSync(`${this.#path}.tmp`, this.#path);
      this.#lines = lines.length;
      this.#isTorn = false;
    } catch {
      // A full disk, most likely; the long file is as good.
      return;
    }
  }
}

function factsOf({ id: _, ...facts }: Stream): LogStreamFacts {
  return facts;
}

/** Of a stream that has had events. */
function seenLine(stream: Stream | undefined): readonly Line[] {
  const { id, firstEventMs: first, lastEventMs: last, lastIngestedMs } = stream ?? {};
  if (id === undefined || first === undefined || last === undefined || lastIngestedMs === undefined) return [];
  return [{ id, first, last, in: lastIngestedMs }];
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Undefined for what was cut off. */
function parse(line: string): Line | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function byCodePoints({ name: one }: Stream, { name: other }: Stream): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** A file that is not there holds nothing. @throws whatever else the system says */
function nothing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
