import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '../../limits.ts';
import { isErrno } from '../../process-group.ts';
import { treeOf } from '../process-tree.ts';
import { unless } from './files.ts';
import type { Group } from './groups.ts';
import type { Hierarchies, Hierarchy } from './hierarchies.ts';
import { niceness } from './share.ts';

/**
 * Where there are no control groups for us: every session is a group for the scheduler (sched(7), "The autogroup feature"), and its
 * weight can be set. What an instance starts in sessions of its own is another.
 */
export function openAutogroup(): Group {
  const timers = new Map<number, NodeJS.Timeout>();
  const set = (pid: number, nice: number, turns: number) => {
    clearTimeout(timers.get(pid));
    if (setAutogroup(pid, nice) || turns === 0) return;
    timers.set(pid, setTimeout(set, LIMITS.autogroupPauseMs, pid, nice, turns - 1).unref());
  };
  return priorities(
    (pid, nice) => set(pid, nice, LIMITS.autogroupTurns),
    () => timers.forEach((timer) => void clearTimeout(timer)),
  );
}

/** Where there are not even those: every thread for itself, and what it starts. Nobody is less nice than we are. */
export function openNiceness(): Group {
  const set = (pid: number, nice: number) => {
    const ours = getPriority();
    for (const process of treeOf(pid)) unless(['ESRCH'], () => setPriority(process, Math.min(ours + nice, 19)));
  };
  return priorities(set, () => undefined);
}

/** Where neither may be set: nobody steps back. */
export function openNothing(): Group {
  return priorities(
    () => undefined,
    () => undefined,
  );
}

/** Whether the kernel lets us set the niceness of processes that are other users: root in a container often may not. */
export function setsNiceness(): boolean {
  if (process.geteuid?.() !== 0) return true;
  const status = unless(['ENOENT'], () => readFileSync('/proc/self/status', 'latin1')) ?? '';
  const capabilities = BigInt(`0x${/^CapEff:\s*(\w+)$/m.exec(status)?.[1] ?? '0'}`);
  return (capabilities >> CAP_SYS_NICE) % 2n === 1n;
}

/** capabilities(7), linux/capability.h. */
const CAP_SYS_NICE = 23n;

function priorities(set: (pid: number, nice: number) => void, stop: () => void): Group {
  const pids: number[] = [];
  let nice: number | undefined;
  return {
    async add(pid) {
      pids.push(pid);
      if (nice !== undefined) set(pid, nice);
    },
    allot({ memorySizeMb }) {
      nice = niceness(memorySizeMb);
      for (const pid of pids) set(pid, nice);
    },
    release: async () => stop(),
  };
}

/** Whether the scheduler heeds autogroups: it does among processes that no control group divides the CPU of. */
export function heedsAutogroups({ unified, legacy }: Hierarchies): boolean {
  const isOn =
    unless(['ENOENT'], () => readFileSync('/proc/sys/kernel/sched_autogroup_enabled', 'latin1'))?.trim() === '1';
  const cpu = legacy.get('cpu');
  const isDivided = cpu === undefined ? unified !== undefined && dividesCpu(unified) : cpu.own !== cpu.root;
  return isOn && !isDivided && existsSync('/proc/self/autogroup');
}

function dividesCpu({ root, own }: Hierarchy): boolean {
  const names = own.slice(root.length).split('/');
  return names.some((_, index) => existsSync(join(root, ...names.slice(0, index + 1), 'cpu.weight')));
}

/**
 * The kernel lets those without privileges write ten times a second, and none whose process is on its way into a user namespace: it is
 * theirs again with the next program that it becomes.
 * @returns whether it was done, or nobody is there any more
 */
function setAutogroup(pid: number, nice: number): boolean {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(nice));
    return true;
  } catch (error) {
    if (isErrno(error, 'EAGAIN') || isErrno(error, 'EACCES')) return false;
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ESRCH')) return true;
    throw error;
  }
}
