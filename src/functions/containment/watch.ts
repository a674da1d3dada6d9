import { LIMITS } from '../limits.ts';
import { folderSize } from './folder-size.ts';
import { treeUsage } from './process-tree.ts';

/** An instance, as far as its limits go. */
export interface Watched {
  /** Of its first process; undefined before it has one. */
  readonly pid: number | undefined;
  readonly memoryBytes: number;
  /** Absent where the kernel counts them. */
  readonly maxProcesses?: number;
  /** Its temporary folder, and what it may hold; absent where the kernel bounds it. */
  readonly folder?: string;
  readonly folderBytes?: number;
  /** Whether it may be doing something; one that waits is looked at less often. */
  isBusy(): boolean;
  /** Ends it for what it has exceeded. */
  exceeded(what: 'memory' | 'processes' | 'storage'): void;
}

/** Looks at instances again and again, and ends what exceeds its limits. */
export interface Watch {
  /** Watches an instance until the returned function is called. */
  add(watched: Watched): () => void;
}

/** @param everyMs what grows faster than that can exceed its limit for so long */
export function createWatch(everyMs: number = LIMITS.watchEveryMs): Watch {
  /** Each with the time before which it is not looked at again: one with many processes takes long. */
  const all = new Map<Watched, number>();
  let timer: NodeJS.Timeout | undefined;
  let turn = 0;

  const look = () => {
    turn++;
    // Walking a folder costs more, and a disk fills more slowly.
    const isThorough = turn % LIMITS.storageEveryTurns === 0;
    for (const [watched, restsUntilMs] of all) {
      const beganMs = performance.now();
      if ((isThorough || watched.isBusy()) && beganMs >= restsUntilMs) {
        lookAtProcesses(watched);
        const tookMs = performance.now() - beganMs;
        if (all.has(watched)) all.set(watched, beganMs + tookMs / LIMITS.watchShare);
      }
      if (isThorough && watched.isBusy()) void lookAtFolder(watched);
    }
  };
  const lookAtFolder = async (watched: Watched) => {
    if (watched.folder === undefined || watched.folderBytes === undefined) return;
    const bytes = await folderSize(watched.folder, watched.folderBytes);
    if (bytes > watched.folderBytes && all.has(watched)) watched.exceeded('storage');
  };

  return {
    add(watched) {
      all.set(watched, 0);
      timer ??= setInterval(look, everyMs).unref();
      return () => {
        all.delete(watched);
        if (all.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

function lookAtProcesses({ pid, memoryBytes, maxProcesses = Number.POSITIVE_INFINITY, exceeded }: Watched): void {
  const usage = pid === undefined ? undefined : treeUsage(pid, maxProcesses);
  if (usage === undefined) return;
  if (usage.memoryBytes > memoryBytes) exceeded('memory');
  else if (usage.processes > maxProcesses) exceeded('processes');
}
