import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of one instance take together. */
export interface TreeUsage {
  readonly processes: number;
  /** Memory that is theirs alone: code that is mapped from files, and shared with others, is left out. */
  readonly memoryBytes: number;
}

/**
 * Looks at a process and all that came from it, from /proc (proc(5)).
 * @param maxProcesses where counting stops
 * @returns undefined where there is no /proc, or the process is gone
 */
export function treeUsage(pid: number, maxProcesses: number): TreeUsage | undefined {
  let processes = 0;
  let memoryBytes = 0;
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined && processes <= maxProcesses; next = waiting.pop()) {
    const memory = ownMemory(next);
    if (memory === undefined) continue;
    processes++;
    memoryBytes += memory;
    waiting.push(...childrenOf(next));
  }
  return processes === 0 ? undefined : { processes, memoryBytes };
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
  const parent = Number(/^PPid:\s+(\d+)$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
  return parent === 0 ? [] : [parent, ...ancestorsOf(parent)];
}

/** The child that a process has started last. */
export function lastChildOf(pid: number): number | undefined {
  return childrenOf(pid).at(-1);
}

/** Resident pages less those that are mapped from files. */
function ownMemory(pid: number): number | undefined {
  const text = read(`/proc/${pid}/status`);
  if (text === undefined) return undefined;
  const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(text)?.[1] ?? '0';
  const shared = /^RssShmem:\s+(\d+) kB$/m.exec(text)?.[1] ?? '0';
  return (Number(kilobytes) + Number(shared)) * 1024;
}

/** Any thread may have started a child. */
function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) => {
    const text = read(`/proc/${pid}/task/${thread}/children`) ?? '';
    return text.split(' ').filter(Boolean).map(Number);
  });
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It has ended meanwhile, or there is no /proc.
    return undefined;
  }
}
