import { closeSync, openSync, readSync } from 'node:fs';

/** More than is read of any of them: before the memory of a process stand all groups of its user, which may be hundreds. */
const MOST_BYTES = 16_384;
const text = Buffer.allocUnsafeSlow(MOST_BYTES);

/**
 * A short file of /proc (proc(5)), or the beginning of a longer one. The kernel makes it anew for each read. Kept open it takes one call, and not the
 * four of opening it, reading to its end and closing it; and it stays that of the same process, when another has its number.
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
      return text.toString('latin1', 0, readSync(this.#file, text, 0, MOST_BYTES, 0));
    } catch {
      return undefined;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
