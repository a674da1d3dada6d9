import { closeSync, openSync, readSync } from 'node:fs';

/** Longer than any line that is read here. */
const LINE_BYTES = 256;
const line = Buffer.allocUnsafeSlow(LINE_BYTES);

/**
 * A file of /proc (proc(5)) that is one line, which the kernel makes anew for each read. Kept open it takes one call, and not the four of opening
 * it, reading to its end and closing it; and it stays that of the same process, when another has its number.
 */
export class OpenProcFile {
  readonly #file: number;

  private constructor(file: number) {
    this.#file = file;
  }

  /** @returns undefined where there is no such file */
  static open(path: string): OpenProcFile | undefined {
    try {
      return new OpenProcFile(openSync(path, 'r'));
    } catch {
      return undefined;
    }
  }

  /** What it says now; undefined when what it tells of is gone. */
  read(): string | undefined {
    try {
      return line.toString('latin1', 0, readSync(this.#file, line, 0, LINE_BYTES, 0));
    } catch {
      return undefined;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
