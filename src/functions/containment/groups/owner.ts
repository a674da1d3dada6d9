import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupsFrom, groupsIn, removeGroup, unless } from './files.ts';

let made = 0;

/** A name for a group of this process that none has had: its number alone may be another's by and by. */
export function ownGroupName(): string {
  return `sallyport.${process.pid}.${startOf(process.pid)}.${made++}`;
}

/** Removes the groups that servers have left which were killed, as far as nothing runs in them. */
export function removeAbandoned(parent: string): void {
  for (const name of groupsIn(parent)) {
    const [, pid, start] = /^sallyport\.(\d+)\.(\d+)\.\d+$/.exec(name) ?? [];
    if (pid === undefined || startOf(Number(pid)) === start) continue;
    // One that another user has left is his to remove.
    unless(['EACCES', 'EPERM'], () => groupsFrom(join(parent, name)).forEach(removeGroup));
  }
}

/** When a process was started, in ticks since the machine was (proc_pid_stat(5), field 22); undefined when there is none. */
function startOf(pid: number): string | undefined {
  const text = unless(['ENOENT', 'ESRCH'], () => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
