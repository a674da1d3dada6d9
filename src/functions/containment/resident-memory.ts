import { OpenProcFile } from '../open-proc-file.ts';

/** Most instances are one process; of one that is thousands not all files are kept open. Ours. */
const MOST_FILES = 4;

/** Tells what processes have in memory, again and again: `statm` of the first of them stays open. */
export class ResidentMemory {
  readonly #files = new Map<number, OpenProcFile>();

  /** Pages of a process; undefined when it is gone. */
  pagesOf(pid: number): number | undefined {
    const known = this.#files.get(pid);
    const pages = pagesIn(known?.read());
    if (pages !== undefined) return pages;
    // It is gone; by now another one may have its number.
    known?.close();
    this.#files.delete(pid);
    return this.#open(pid);
  }

  #open(pid: number): number | undefined {
    const file = OpenProcFile.open(`/proc/${pid}/statm`);
    const pages = pagesIn(file?.read());
    if (file === undefined) return undefined;
    if (pages !== undefined && this.#files.size < MOST_FILES) this.#files.set(pid, file);
    else file.close();
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
