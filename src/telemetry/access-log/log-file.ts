import { close, fstatSync, openSync, stat, write } from 'node:fs';
import { promisify } from 'node:util';
import { BATCH_CHARACTERS, FLUSH_MS, WAITING_CHARACTERS } from './limits.ts';

export type Warn = (message: string, detail: Readonly<Record<string, unknown>>) => void;

const closeFile = promisify(close);
const statFile = promisify(stat);
const writeFile = promisify(write);

/** Readable by the owner and the group: it holds addresses of people. */
const MODE = 0o640;

/**
 * A file that whole lines are appended to. Every batch is one write in append mode, so that processes that share the file
 * do not write into each other's lines. A file that was moved away (logrotate) is left and made anew; a disk that does not
 * take more costs lines and nothing else, and the operator is told once, until it is well again.
 */
export class LogFile {
  readonly #path: string;
  readonly #warn: Warn;
  readonly #timer: NodeJS.Timeout;
  #file: number;
  #lines = '';
  #writing: Promise<void> | undefined;
  #failing = false;
  #dropped = 0;
  /** The last write ended within a line. */
  #torn = false;

  /** @throws the system's error when the file cannot be opened */
  constructor(path: string, warn: Warn) {
    this.#path = path;
    this.#warn = warn;
    this.#file = openSync(path, 'a', MODE);
    this.#timer = setInterval(() => this.#tick(), FLUSH_MS).unref();
  }

  /** @param line with its line end */
  append(line: string): void {
    if (this.#lines.length >= WAITING_CHARACTERS) {
      this.#dropped++;
      this.#fail(new Error('The disk is too slow.'));
      return;
    }
    this.#lines += line;
    if (this.#lines.length >= BATCH_CHARACTERS) this.#flush();
  }

  /** Writes what has been gathered, and closes the file. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    while (this.#writing !== undefined) await this.#writing;
    await this.#write();
    await closeFile(this.#file);
  }

  #tick(): void {
    if (this.#writing !== undefined) return;
    this.#writing = this.#reopen()
      .then(() => this.#write())
      .finally(() => {
        this.#writing = undefined;
      });
  }

  #flush(): void {
    if (this.#writing !== undefined) return;
    this.#writing = this.#write().finally(() => {
      this.#writing = undefined;
      if (this.#lines.length >= BATCH_CHARACTERS && !this.#failing) this.#flush();
    });
  }

  /** Never rejects. */
  async #write(): Promise<void> {
    if (this.#lines === '') return;
    const text = this.#torn ? `\n${this.#lines}` : this.#lines;
    this.#lines = '';
    try {
      const batch = Buffer.from(text);
      const { bytesWritten } = await writeFile(this.#file, batch);
      if (bytesWritten > 0) this.#torn = batch[bytesWritten - 1] !== LINE_END;
      if (bytesWritten < batch.length) throw new Error('The file took a part of what was written.');
      this.#recover();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Leaves a file that has been moved away or deleted, and makes a new one in its place. Never rejects. */
  async #reopen(): Promise<void> {
    try {
      if (await this.#isInPlace()) return;
      const left = this.#file;
      this.#file = openSync(this.#path, 'a', MODE);
      this.#torn = false;
      await closeFile(left);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #isInPlace(): Promise<boolean> {
    const ours = fstatSync(this.#file);
    try {
      const there = await statFile(this.#path);
      return there.ino === ours.ino && there.dev === ours.dev;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  #fail(error: unknown): void {
    if (this.#failing) return;
    this.#failing = true;
    this.#warn('The access log cannot be written; lines are lost until it can.', {
      path: this.#path,
      error: String(error),
    });
  }

  #recover(): void {
    if (!this.#failing || this.#lines.length >= BATCH_CHARACTERS) return;
    this.#warn('The access log is written again.', { path: this.#path, droppedLines: this.#dropped });
    this.#failing = false;
    this.#dropped = 0;
  }
}

const LINE_END = 0x0a;
