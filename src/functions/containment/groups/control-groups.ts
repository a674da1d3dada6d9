import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '../../limits.ts';
import { treeOf } from '../process-tree.ts';
import { type Base, ensure } from './base.ts';
import { controlFiles } from './control-files.ts';
import { groupsFrom, makeGroup, moveInto, processesOf, removeGroup, unless } from './files.ts';
import type { Allotment, Group } from './groups.ts';

/** Groups of the kernel (cgroups(7)): one for each instance in each hierarchy that there is. */
export interface ControlGroups {
  /** @throws when the kernel makes no more of them */
  open(): Group;
  close(): void;
}

/** The group of one instance in one hierarchy. */
interface Part {
  readonly base: Base;
  readonly folder: string;
}

export function createControlGroups(bases: readonly Base[], capsCpu: boolean): ControlGroups {
  let made = 0;
  return {
    open() {
      const name = `fn-${made++}`;
      const parts = bases.map((base) => ({ base, folder: join(base.folder, name) }));
      try {
        for (const { base, folder } of parts) {
          ensure(base);
          makeGroup(folder);
        }
      } catch (error) {
        for (const { folder } of parts) removeGroup(folder);
        throw error;
      }
      return controlGroup(parts, capsCpu);
    },
    close() {
      for (const { folder } of bases) removeGroup(folder);
    },
  };
}

function furnish({ folder, base }: Part, allotment: Allotment, capsCpu: boolean): void {
  for (const { name, value, tolerated = [] } of controlFiles(base.controllers, base.version, allotment, capsCpu)) {
    unless(tolerated, () => writeFileSync(join(folder, name), value));
  }
}

function controlGroup(parts: readonly Part[], capsCpu: boolean): Group {
  const folders = parts.map(({ folder }) => folder);
  return {
    async add(pid) {
      for (const process of treeOf(pid)) {
        for (const folder of folders) await moveInto(folder, process);
      }
    },
    allot(allotment) {
      for (const part of parts) furnish(part, allotment, capsCpu);
    },
    async release() {
      const untilMs = performance.now() + LIMITS.groupRemovalMs;
      let left = folders;
      for (let pauseMs = 1; left.length > 0 && performance.now() < untilMs; pauseMs = Math.min(2 * pauseMs, 100)) {
        // Where functions are who we are, they can make groups in their own.
        for (const folder of left) groupsFrom(folder).forEach(kill);
        left = left.filter((folder) => !groupsFrom(folder).every(removeGroup));
        if (left.length > 0) await sleep(pauseMs);
      }
    },
  };
}

/** Ends all of a group at once, since Linux 5.14; before, one after the other, for as often as it is called. */
function kill(folder: string): void {
  const pids = processesOf(folder);
  if (pids.length === 0) return;
  // It would be made where there is none.
  const all = unless(
    ['ENOENT', 'EACCES', 'ENOTSUP'],
    () => writeFileSync(join(folder, 'cgroup.kill'), '1', { flag: 'r+' }) ?? true,
  );
  if (all) return;
  // Nobody is born meanwhile.
  unless(['ENOENT'], () => writeFileSync(join(folder, 'pids.max'), '0', { flag: 'r+' }));
  // One that is not seen from here has no number, and 0 would be ourselves.
  for (const pid of pids.filter(Boolean)) unless(['ESRCH', 'EPERM'], () => process.kill(pid, 'SIGKILL'));
}
