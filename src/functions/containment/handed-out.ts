import { OpenProcFile } from '../open-proc-file.ts';
import { bytesOfPages } from './page-size.ts';

/** What the kernel has handed out so far, to whoever: while that stays the same, nobody has more than what was there before. */
export interface HandedOut {
  /** The process or thread that it has started last; 0 where it does not say. */
  readonly lastPid: number;
  /** Memory since the machine's start, whether or not it has come back; NaN where it does not say. */
  readonly memoryBytes: number;
}

let loadAverage: OpenProcFile | undefined;
let memoryStatistics: OpenProcFile | undefined;

/** From /proc (proc_loadavg(5), proc_vmstat(5)), in 20 to 40 us. */
export function handedOut(): HandedOut {
  loadAverage ??= OpenProcFile.open('/proc/loadavg');
  memoryStatistics ??= OpenProcFile.open('/proc/vmstat');
  return {
    lastPid: lastPidIn(loadAverage?.read() ?? ''),
    memoryBytes: bytesOfPages(allocatedPagesIn(memoryStatistics?.read() ?? '')),
  };
}

/** `0.20 0.18 0.12 1/80 11206`: the last number. */
function lastPidIn(text: string): number {
  return Number(text.split(' ')[4] ?? 0);
}

const ALLOCATED = '\npgalloc_';

/** `pgalloc_dma32 5`, `pgalloc_normal 17`, ...: all zones of the machine's memory, each of which only grows. */
export function allocatedPagesIn(text: string): number {
  let pages = Number.NaN;
  for (let at = text.indexOf(ALLOCATED); at !== -1; at = text.indexOf(ALLOCATED, at + 1)) {
    const count = text.slice(text.indexOf(' ', at) + 1, text.indexOf('\n', at + 1));
    pages = (Number.isNaN(pages) ? 0 : pages) + Number(count);
  }
  return pages;
}
