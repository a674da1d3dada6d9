import { LIMITS } from '../limits.ts';
import { folderSize } from './folder-size.ts';
import { type HandedOut, handedOut } from './handed-out.ts';
import { areWithin, type TreeUsage, treeUsage } from './process-tree.ts';
import { ResidentMemory } from './resident-memory.ts';

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

/** What is remembered of an instance from one look to the next. */
interface Entry {
  readonly watched: Watched;
  readonly memory: ResidentMemory;
  usage: TreeUsage | undefined;
  /** At which of so many its folder is walked and all its processes are looked for. That costs more, and so is not done of all at once. */
  readonly turn: number;
  /** The next look is at all of its processes, and for them until that has been done often enough, whatever the kernel says. */
  isThoroughNext: boolean;
  /** A look has begun, and is not over. */
  isLookedAt: boolean;
}

/** @param everyMs what grows faster than that can exceed its limit for so long */
export function createWatch(everyMs: number = LIMITS.watchEveryMs): Watch {
  const all = new Set<Entry>();
  let timer: NodeJS.Timeout | undefined;
  let turns = 0;
  let added = 0;

  const look = () => {
    const turn = turns++ % LIMITS.thoroughEveryTurns;
    const due = [...all].filter((entry) => entry.turn === turn || entry.watched.isBusy());
    if (due.length > 0) lookAtSome(due, 0, performance.now(), turn);
  };
  /** Some at a time: who waits for this process, or for the core that it is on, waits for them and not for all. */
  const lookAtSome = (due: readonly Entry[], first: number, turnBeganMs: number, turn: number) => {
    const beganMs = performance.now();
    const now = handedOut();
    let next = first;
    for (; next < due.length && performance.now() - beganMs < LIMITS.watchAtOnceMs; next++) {
      const entry = due[next];
      if (entry !== undefined && all.has(entry)) lookAt(entry, entry.turn === turn, now);
    }
    if (next === due.length) return;
    const waitMs = turnBeganMs + (everyMs * next) / due.length - performance.now();
    setTimeout(lookAtSome, waitMs, due, next, turnBeganMs, turn).unref();
  };
  const lookAt = (entry: Entry, isThorough: boolean, now: HandedOut) => {
    const { watched, usage } = entry;
    const { pid, memoryBytes, maxProcesses = Number.POSITIVE_INFINITY } = watched;
    entry.isThoroughNext ||= isThorough;
    // Not so with memory that was there already and is mapped now: for that it is looked at all the same, now and then.
    const isWithin = !entry.isThoroughNext && usage !== undefined && areWithin(usage, watched, now);
    if (!entry.isLookedAt && pid !== undefined && !isWithin) {
      const { isThoroughNext } = entry;
      entry.isThoroughNext = false;
      entry.isLookedAt = true;
      const pagesOf = (each: number) => entry.memory.pagesOf(each);
      goOn(entry, treeUsage(pid, { memoryBytes, maxProcesses }, now, pagesOf, usage, isThoroughNext));
    }
    if (isThorough && watched.isBusy()) void lookAtFolder(entry);
  };
  /** One with many processes is looked at bit by bit, and rests in between. */
  const goOn = (entry: Entry, walk: ReturnType<typeof treeUsage>) => {
    if (!all.has(entry)) return;
    const beganMs = performance.now();
    for (let step = walk.next(); ; step = walk.next()) {
      if (step.done) {
        entry.isLookedAt = false;
        entry.usage = step.value;
        return judge(entry);
      }
      if (performance.now() - beganMs >= LIMITS.watchAtOnceMs) break;
    }
    setTimeout(goOn, (performance.now() - beganMs) / LIMITS.watchShare, entry, walk).unref();
  };
  const lookAtFolder = async (entry: Entry) => {
    const { watched } = entry;
    const { folder, folderBytes } = watched;
    if (folder === undefined || folderBytes === undefined) return;
    const bytes = await folderSize(folder, folderBytes);
    if (bytes > folderBytes && all.has(entry)) watched.exceeded('storage');
  };

  return {
    add(watched) {
      const entry: Entry = {
        watched,
        memory: new ResidentMemory(),
        usage: undefined,
        turn: ++added % LIMITS.thoroughEveryTurns,
        isThoroughNext: false,
        isLookedAt: false,
      };
      all.add(entry);
      timer ??= setInterval(look, everyMs).unref();
      return () => {
        all.delete(entry);
        entry.memory.close();
        if (all.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

function judge({ watched, usage }: Entry): void {
  if (usage === undefined) return;
  const { memoryBytes, maxProcesses = Number.POSITIVE_INFINITY, exceeded } = watched;
  if (usage.memoryBytes > memoryBytes) exceeded('memory');
  else if (usage.pids.length > maxProcesses) exceeded('processes');
}
