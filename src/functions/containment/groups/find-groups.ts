import { spawn } from 'node:child_process';
import { type Base, legacyBase, unifiedBase } from './base.ts';
import type { Controller } from './control-files.ts';
import { type ControlGroups, createControlGroups } from './control-groups.ts';
import type { Group, GroupAbilities, Groups } from './groups.ts';
import { type Hierarchies, ownHierarchies } from './hierarchies.ts';
import { ownGroupName } from './owner.ts';
import { heedsAutogroups, openAutogroup, openNiceness, openNothing, setsNiceness } from './priorities.ts';

export interface FoundGroups {
  readonly groups: Groups;
  /** Why it is not more, a sentence each. */
  readonly missing: readonly string[];
}

/**
 * Finds, by doing it, what this kernel lets us divide the machine by: control groups, or else priorities of the scheduler.
 * @param capsCpu whether instances are to have no more than their share of the CPU when nobody else wants it
 */
export async function findGroups(capsCpu: boolean): Promise<FoundGroups> {
  const hierarchies = ownHierarchies();
  const missing: string[] = [];
  const bases: Base[] = [];
  const name = ownGroupName();
  const attempt = async (what: string, open: () => Base | Promise<Base>) => {
    try {
      bases.push(await proved(await open(), capsCpu));
    } catch (error) {
      missing.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const { unified, legacy } = hierarchies;
  if (unified !== undefined) await attempt('A control group', () => unifiedBase(unified, name));
  const taken = new Set(bases.flatMap(({ controllers }) => controllers));
  for (const [folder, controllers] of byFolder(legacy, taken)) {
    const hierarchy = legacy.get(controllers[0] ?? 'cpu');
    if (hierarchy !== undefined)
      await attempt(`A control group at ${folder}`, () => legacyBase(hierarchy, name, controllers));
  }
  const found = divide(bases, hierarchies, capsCpu);
  return { groups: found, missing: found.abilities.cpu.startsWith('cgroup') ? [] : missing };
}

/** Controllers of the first version that are not had by the second, by where they are. */
function byFolder(legacy: Hierarchies['legacy'], taken: ReadonlySet<Controller>): Map<string, Controller[]> {
  const folders = new Map<string, Controller[]>();
  for (const [controller, { own }] of legacy) {
    if (!taken.has(controller)) folders.set(own, [...(folders.get(own) ?? []), controller]);
  }
  return folders;
}

function divide(bases: readonly Base[], hierarchies: Hierarchies, capsCpu: boolean): Groups {
  const control = createControlGroups(bases, capsCpu);
  const version = bases.find(({ controllers }) => controllers.includes('cpu'))?.version;
  const has = (controller: Controller) => bases.some(({ controllers }) => controllers.includes(controller));
  const common = { boundsMemory: has('memory'), countsProcesses: has('pids') };
  const make = (abilities: GroupAbilities, open: Groups['open']): Groups => ({ abilities, open, close: control.close });
  if (version !== undefined) return make({ cpu: `cgroup${version}`, capsCpu, ...common }, control.open);
  const [cpu, prioritise] = priorityOf(hierarchies);
  return make({ cpu, capsCpu: false, ...common }, () => both(control.open(), prioritise()));
}

function priorityOf(hierarchies: Hierarchies): readonly [cpu: GroupAbilities['cpu'], open: () => Group] {
  if (heedsAutogroups(hierarchies)) return ['autogroup', openAutogroup];
  return setsNiceness() ? ['nice', openNiceness] : ['none', openNothing];
}

function both(one: Group, other: Group): Group {
  return {
    async add(pid) {
      await Promise.all([one.add(pid), other.add(pid)]);
    },
    allot(allotment) {
      one.allot(allotment);
      other.allot(allotment);
    },
    async release() {
      await Promise.all([one.release(), other.release()]);
    },
  };
}

/** Leads a process into a group there, which the kernel must then tell of it, and out of this world. */
async function proved(base: Base, capsCpu: boolean): Promise<Base> {
  const groups: ControlGroups = createControlGroups([base], capsCpu);
  const child = spawn('sleep', ['infinity'], { stdio: 'ignore' });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
  let group: Group | undefined;
  try {
    group = groups.open();
    group.allot({ memorySizeMb: 128, storageMb: 0 });
    if (child.pid !== undefined) await group.add(child.pid);
    await group.release();
    child.kill();
    if (!(await ended)) throw new Error(`${base.folder} does not hold a process`);
    return base;
  } catch (error) {
    child.kill();
    await group?.release();
    groups.close();
    throw error;
  }
}
