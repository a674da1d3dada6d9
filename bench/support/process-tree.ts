import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel has counted for a process and all its living descendants (proc(5), `stat` and `status`). */
export interface TreeUsage {
  /** User and system time in milliseconds, ended and waited-for children included. */
  readonly cpuMs: number;
  /** Resident memory in bytes; pages shared between the processes count once for each. */
  readonly residentBytes: number;
  readonly processes: number;
}

/** `sysconf(_SC_CLK_TCK)`, 100 on every Linux that Node runs on. */
const TICK_MS = 10;

export function treeUsage(rootPid: number): TreeUsage {
  const pids = processTree(rootPid);
  return {
    cpuMs: sum(pids.map(cpuMs)),
    residentBytes: sum(pids.map(residentBytes)),
    processes: pids.length,
  };
}

/** A process and all its living descendants. */
export function processTree(rootPid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat) parents.set(Number(name), stat.parent);
  }
  return [...parents.keys()].filter((pid) => descends(pid, rootPid, parents));
}

/** User and system time of one process in milliseconds, as above; 0 when it has ended. */
export function cpuMs(pid: number): number {
  return statOf(pid)?.cpuMs ?? 0;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === root) return true;
  }
  return false;
}

function statOf(pid: number): { readonly parent: number; readonly cpuMs: number } | undefined {
  const text = readProc(pid, 'stat');
  if (text === undefined) return undefined;
  // The command's name stands in parentheses and may hold anything; the numbers follow the last one.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user, system, childUser, childSystem] = fields.slice(11, 15) as [number, number, number, number];
  return { parent: fields[1] ?? 0, cpuMs: (user + system + childUser + childSystem) * TICK_MS };
}

/** Resident memory of one process. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '')?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** The words of its command line; none when it has ended. */
export function commandLine(pid: number): readonly string[] {
  return (readProc(pid, 'cmdline') ?? '').split('\0').slice(0, -1);
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined; // It has ended meanwhile.
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
