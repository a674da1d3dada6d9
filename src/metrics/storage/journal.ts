import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const NAME = /^journal-(\d{1,15})$/;
/** Length and checksum. */
const HEAD_BYTES = 8;

/**
 * What came since the last page, record by record, in a file that is begun anew with every page. A record is in the operating
 * system's hands when it was appended, so it survives the end of the process; one that was cut off is noticed and left out.
 */
export class Journal {
  readonly #folder: string;
  /** The file's number; those up to a page's are in the page. */
  generation: number;
  #file: number | undefined;

  constructor(folder: string, generation: number) {
    this.#folder = folder;
    this.generation = generation;
  }

  /** @throws the system's error, such as `ENOSPC`; then nothing of the record counts */
  append(record: Buffer): void {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt32LE(record.length);
    head.writeUInt32LE(crc32(record), 4);
    try {
      writeWhole(this.#opened(), Buffer.concat([head, record]));
    } catch (error) {
      // What was written in part would hide the records after it.
      this.close();
      this.generation += 1;
      throw error;
    }
  }

  /** Begins a file anew and removes those before it. */
  startAnew(): void {
    this.close();
    this.generation += 1;
    for (const { generation, path } of journalsIn(this.#folder)) {
      if (generation < this.generation) rmSync(path, { force: true });
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #opened(): number {
    this.#file ??= openAppending(this.#folder, `journal-${this.generation}`);
    return this.#file;
  }
}

function openAppending(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openSync(join(folder, name), 'a', 0o600);
}

function writeWhole(file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

export interface FoundJournal {
  readonly generation: number;
  readonly path: string;
}

/** The journals in a folder, oldest first; none where there is no folder. */
export function journalsIn(folder: string): readonly FoundJournal[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => {
        const generation = NAME.exec(name)?.[1];
        return generation === undefined ? [] : [{ generation: Number(generation), path: join(folder, name) }];
      })
      .sort((a, b) => a.generation - b.generation);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The whole records of a journal. */
export function* recordsOf({ path }: FoundJournal): Generator<Buffer> {
  const bytes = readFileSync(path);
  let position = 0;
  while (position + HEAD_BYTES <= bytes.length) {
    const length = bytes.readUInt32LE(position);
    const record = bytes.subarray(position + HEAD_BYTES, position + HEAD_BYTES + length);
    if (record.length < length || crc32(record) !== bytes.readUInt32LE(position + 4)) return;
    yield record;
    position += HEAD_BYTES + length;
  }
}
