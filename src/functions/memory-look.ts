import { LIMITS } from './limits.ts';
import { OpenProcFile } from './open-proc-file.ts';

/** Looks up the most memory that a process has had resident, so often at most: the kernel makes a file of forty lines for it. */
export class MemoryLook {
  readonly #pidOf: () => number | undefined;
  readonly #now: () => number;
  #file: OpenProcFile | undefined;
  #isClosed = false;
  #peakBytes: number | undefined;
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  /**
   * @param pidOf tells which process, once there is one
   * @param now milliseconds
   */
  constructor(pidOf: () => number | undefined, now = () => performance.now()) {
    this.#pidOf = pidOf;
    this.#now = now;
  }

  /** In bytes; undefined where /proc is missing or the process is gone. */
  peakBytes(): number | undefined {
    const nowMs = this.#now();
    if (nowMs - this.#lookedAtMs < LIMITS.memoryLookMs) return this.#peakBytes;
    this.#lookedAtMs = nowMs;
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(this.#open()?.read() ?? '');
    this.#peakBytes = line === null ? undefined : Number(line[1]) * 1024;
    return this.#peakBytes;
  }

  /** Lets go of the file; there is nothing to look at any more. */
  close(): void {
    this.#isClosed = true;
    this.#file?.close();
    this.#file = undefined;
  }

  #open(): OpenProcFile | undefined {
    const pid = this.#pidOf();
    if (pid !== undefined && !this.#isClosed) this.#file ??= OpenProcFile.open(`/proc/${pid}/status`);
    return this.#file;
  }
}
