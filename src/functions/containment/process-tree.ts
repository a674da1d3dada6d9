import { readdirSync } from 'node:fs';
import { readProcFile } from '../proc-file.ts';
import type { HandedOut } from './handed-out.ts';
import { bytesOfPages } from './page-size.ts';

/** What the processes of one instance take together. */
export interface TreeUsage {
  readonly pids: readonly number[];
  /** No less than what is theirs alone, and that exactly where it may be more than they are to have. */
  readonly memoryBytes: number;
  /** What had been handed out before they were looked at. */
  readonly since: HandedOut;
  /** How often all of them have been looked for since the kernel started anybody. */
  readonly searches: number;
}

/** How often they are looked for then: who is being started has a number before he is among the children of who starts him. */
const SEARCHES = 3;

/** What they are to have. */
export interface TreeLimits {
  readonly memoryBytes: number;
  /** Where counting stops. */
  readonly maxProcesses: number;
}

/**
 * Looks at a process and all that came from it, from /proc (proc(5)), and stops after each: a thousand take 10 to 50 ms.
 * @param since what has been handed out by now
 * @param residentPages of a process; undefined when it is gone
 * @param before what was found last: its processes are all there are, unless the kernel has started one since, wherever that was
 * @param isThorough they are looked for all the same, until that has been done often enough
 * @returns undefined where there is no /proc, or the process is gone
 */
export function* treeUsage(
  pid: number,
  { memoryBytes, maxProcesses }: TreeLimits,
  since: HandedOut,
  residentPages: (pid: number) => number | undefined,
  before?: TreeUsage,
  isThorough = false,
): Generator<undefined, TreeUsage | undefined> {
  const last = before !== undefined && hasStartedNobody(before, since) ? before : undefined;
  const isKnown = last !== undefined && !(isThorough && last.searches < SEARCHES);
  const searches = (last?.searches ?? 0) + (isKnown ? 0 : 1);
  const pids: number[] = [];
  let residentBytes = 0;
  const waiting = isKnown ? [...last.pids] : [pid];
  for (let next = waiting.pop(); next !== undefined && pids.length <= maxProcesses; next = waiting.pop()) {
    const pages = residentPages(next);
    if (pages === undefined) continue;
    pids.push(next);
    residentBytes += bytesOfPages(pages);
    for (const thread of isKnown ? [] : threadsOf(next)) {
      waiting.push(...childrenOfThread(next, thread));
      yield;
    }
    yield;
  }
  if (pids.length === 0) return undefined;
  // Told in half the time, and never less.
  if (residentBytes <= memoryBytes) return { pids, memoryBytes: residentBytes, since, searches };
  let ownBytes = 0;
  for (const each of pids) {
    ownBytes += ownMemory(each);
    yield;
  }
  return { pids, memoryBytes: ownBytes, since, searches };
}

/** Whether they cannot have more than they are to have: the kernel has started nobody since, and not handed out what they had left. */
export function areWithin(usage: TreeUsage, { memoryBytes }: Pick<TreeLimits, 'memoryBytes'>, now: HandedOut): boolean {
  // One that is started has at once what it shares with who started it.
  return hasStartedNobody(usage, now) && now.memoryBytes - usage.since.memoryBytes <= memoryBytes - usage.memoryBytes;
}

function hasStartedNobody({ pids, since }: TreeUsage, { lastPid }: HandedOut): boolean {
  // Where a system makes up what it says of that, it names nobody.
  return lastPid === since.lastPid && pids.every((pid) => lastPid >= pid);
}

/**
 * A process and all that came from it, as long as whoever started them lives: each is told before its own children are looked for, so who
 * does something to each that its children inherit misses none.
 */
export function* treeOf(pid: number): Generator<number> {
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    waiting.push(...childrenOf(next));
  }
}

/** Those that a process came from, its parent first. */
export function ancestorsOf(pid: number): number[] {
  const parent = Number(/^PPid:\s+(\d+)$/m.exec(readProcFile(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
  return parent === 0 ? [] : [parent, ...ancestorsOf(parent)];
}

/** The child that a process has started last. */
export function lastChildOf(pid: number): number | undefined {
  return childrenOf(pid).at(-1);
}

/** Resident memory less what is mapped from files, in bytes: code is shared with others. Zero for one that has ended meanwhile. */
function ownMemory(pid: number): number {
  const text = readProcFile(`/proc/${pid}/status`) ?? '';
  const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(text)?.[1] ?? '0';
  const shared = /^RssShmem:\s+(\d+) kB$/m.exec(text)?.[1] ?? '0';
  return (Number(kilobytes) + Number(shared)) * 1024;
}

/** Any thread may have started a child. */
function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) => childrenOfThread(pid, thread));
}

function childrenOfThread(pid: number, thread: string): number[] {
  const text = readProcFile(`/proc/${pid}/task/${thread}/children`) ?? '';
  return text.split(' ').filter(Boolean).map(Number);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
