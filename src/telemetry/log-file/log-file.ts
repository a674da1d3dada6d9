import { closeSync, fstatSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { FLUSH_MS } from './limits.ts';

export type Warn = (message: string, detail: Readonly<Record<string, unknown>>) => void;

/** Readable by the owner and the group: it holds addresses of people. */
const MODE = 0o640;

/** How a file is kept. */
export interface LogFileTerms {
  /** What its warnings call it, such as `The access log`. */
  readonly subject: string;
  /** So much is gathered before it is written. */
  readonly batchBytes: number;
  /** A file that has grown beyond this is moved to `PATH.1`, in place of the one there, about once a second. */
  readonly maxBytes: number;
}

/**
 * A file that whole lines are appended to. Every batch is one write in append mode, so that processes that share the file
 * do not write into each other's lines. A file that was moved away (logrotate) is left and made anew; a disk that does not
 * take more costs lines and nothing else, and the operator is told once, until it is well again.
 *
 * Lines become bytes when they come, because text would keep alive what it was put together from. A batch is written at
 * once, as nginx does: that is 20 us into the system's memory, while handing it to a thread costs more than twice that.
 */
export class LogFile {
  readonly #path: string;
  readonly #warn: Warn;
  readonly #terms: LogFileTerms;
  readonly #timer: NodeJS.Timeout;
  readonly #batch: Buffer;
  #length = 0;
  #file: number;
  #failing = false;
  /** The last write ended within a line. */
  #torn = false;

  /** @throws the system's error when the file cannot be opened */
  constructor(path: string, warn: Warn, terms: LogFileTerms) {
    this.#path = path;
    this.#terms = terms;
    this.#batch = Buffer.allocUnsafeSlow(terms.batchBytes);
    this.#warn = warn;
    this.#file = openSync(path, 'a', MODE);
    this.#timer = setInterval(() => this.#tick(), FLUSH_MS).unref();
  }

  /** @param lines whole lines in ASCII, each with its line end */
  append(lines: string): void {
    const { batchBytes } = this.#terms;
    if (this.#length + lines.length > batchBytes) {
      this.#flush();
      if (lines.length > batchBytes) {
        this.#write(Buffer.from(lines, 'latin1'));
        return;
      }
    }
    this.#length += this.#batch.write(lines, this.#length, 'latin1');
  }

  /** Writes what has been gathered, and closes the file. */
  close(): void {
    clearInterval(this.#timer);
    this.#flush();
    closeSync(this.#file);
  }

  #tick(): void {
    this.#reopen();
    this.#flush();
  }

  #flush(): void {
    if (this.#length > 0) this.#write(this.#batch.subarray(0, this.#length));
    this.#length = 0;
  }

  #write(lines: Buffer): void {
    try {
      if (this.#torn) writeSync(this.#file, '\n');
      this.#torn = false;
      const written = writeSync(this.#file, lines);
      this.#torn = written > 0 && written < lines.length;
      if (written < lines.length) throw new Error('The file took only a part of what was written.');
      this.#recover();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Leaves a file that has been moved away or deleted, or moves one away that is too large, and makes a new one in its place. */
  #reopen(): void {
    try {
      if (this.#isInPlace()) {
        if (fstatSync(this.#file).size <= this.#terms.maxBytes) return;
        renameSync(this.#path, `${this.#path}.1`);
      }
      const left = this.#file;
      this.#file = openSync(this.#path, 'a', MODE);
      this.#torn = false;
      closeSync(left);
    } catch (error) {
      this.#fail(error);
    }
  }

  #isInPlace(): boolean {
    const there = statSync(this.#path, { throwIfNoEntry: false });
    const ours = fstatSync(this.#file);
    return there !== undefined && there.ino === ours.ino && there.dev === ours.dev;
  }

  #fail(error: unknown): void {
    if (this.#failing) return;
    this.#failing = true;
    const detail = { path: this.#path, error: String(error) };
    this.#warn(`${this.#terms.subject} cannot be written; lines are lost until it can.`, detail);
  }

  #recover(): void {
    if (!this.#failing) return;
    this.#failing = false;
    this.#warn(`${this.#terms.subject} is written again.`, { path: this.#path });
  }
}
