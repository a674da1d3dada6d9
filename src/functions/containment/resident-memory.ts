import { OpenProcFile } from '../open-proc-file.ts';

/** Most instances are one process; of one that is thousands not all files are kept open. Ours. */
const MOST_FILES = 4;

/** Tells what processes have in memory, again and again: `statm` of the first of them stays open. */
export class ResidentMemory {
  readonly #files = new Map<number, OpenProcFile>();

  /** Pages of a process; undefined when it is gone. */
  pagesOf(pid: number): number | undefined {
    const known = this.#files.get(pid);
    const file = known ?? OpenProcFile.open(`/proc/${pid}/statm`);
    const pages = pagesIn(file?.read());
    const isKept = pages !== undefined && (known !== undefined || this.#files.size < MOST_FILES);
    if (file !== undefined && isKept) this.#files.set(pid, file);
    else {
      file?.close();
      this.#files.delete(pid);
    }
    return pages;
  }

  close(): void {
    for (const file of this.#files.values()) file.close();
    this.#files.clear();
  }
}

/** `176411 14023 9876 ...`: the second number. */
function pagesIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.split(' ', 2)[1]);
}
