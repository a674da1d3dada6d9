import { existsSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ancestorsOf, treeOf } from '../process-tree.ts';
import { type Controller, CPU_WEIGHT, type Version } from './control-files.ts';
import { controllersOf, makeGroup, moveInto, processesOf, removeGroup } from './files.ts';
import type { Hierarchy } from './hierarchies.ts';
import { removeAbandoned } from './owner.ts';

/** A group of ours, below which those of instances are made. */
export interface Base {
  readonly version: Version;
  readonly folder: string;
  /** What they can be given. */
  readonly controllers: readonly Controller[];
}

/** @throws where this process may make none */
export function legacyBase({ own }: Hierarchy, name: string, controllers: readonly Controller[]): Base {
  removeAbandoned(own);
  const base = { version: 1, folder: join(own, name), controllers } as const;
  ensure(base);
  return base;
}

/**
 * Makes one below the group that this process is in, if that is its alone (a service that systemd delegates to it, a container), or else
 * at the root of all, if it may.
 * @throws with what stands against it
 */
export async function unifiedBase({ root, own }: Hierarchy, name: string): Promise<Base> {
  // Where an earlier server of this container has put itself.
  const start = basename(own) === OURSELVES ? dirname(own) : own;
  const complaints: unknown[] = [];
  for (const parent of new Set([start, root])) {
    try {
      return await below(parent, parent === root, name);
    } catch (error) {
      complaints.push(error);
    }
  }
  throw complaints[0];
}

/** The group of the server itself: one that has groups below it holds no processes ("no internal processes", cgroups(7)). */
const OURSELVES = 'sallyport-server';

async function below(parent: string, isRoot: boolean, name: string): Promise<Base> {
  const controllers = controllersOf(parent, 'cgroup.controllers');
  if (controllers.length === 0) throw new Error(`${parent} has none of the controllers cpu, memory and pids`);
  removeAbandoned(parent);
  // The machine's own root may hold processes as well; all others tell their type.
  if (existsSync(join(parent, 'cgroup.type'))) await vacate(parent, isRoot);
  try {
    enable(parent, controllers);
  } catch (error) {
    await comeBack(parent);
    throw error;
  }
  const base = { version: 2, folder: join(parent, name), controllers } as const;
  ensure(base);
  return base;
}

/** Makes it if it is not there: another server may have found it empty and taken it for one that nobody has any more. */
export function ensure({ version, folder, controllers }: Base): void {
  makeGroup(folder);
  if (version === 2) enable(folder, controllers);
  if (controllers.includes('cpu')) weigh(folder, version);
}

/** A group weighs as much on all processors together as one process does on one: all functions together, as one process on each. */
function weigh(folder: string, version: Version): void {
  const { name, unit, most } = CPU_WEIGHT[version];
  writeFileSync(join(folder, name), String(Math.min(unit * availableParallelism(), most)));
}

/**
 * Moves all processes of a group into one below it: ours, and what started us in a container or in a group that is given to our user.
 * @throws when there are others
 */
async function vacate(group: string, isContainer: boolean): Promise<void> {
  const isGiven = isContainer || (process.geteuid?.() !== 0 && statSync(group).uid === process.geteuid?.());
  const ours = new Set([...treeOf(process.pid), ...(isGiven ? ancestorsOf(process.pid) : [])]);
  const others = processesOf(group).filter((pid) => !ours.has(pid));
  if (others.length > 0) throw new Error(`${group} holds other processes, too`);
  const leaf = join(group, OURSELVES);
  // Those that have been started meanwhile are in the next reading.
  for (let found = processesOf(group); found.length > 0; found = processesOf(group)) {
    makeGroup(leaf);
    for (const pid of found) await moveInto(leaf, pid);
  }
}

async function comeBack(group: string): Promise<void> {
  const leaf = join(group, OURSELVES);
  for (const pid of processesOf(leaf)) await moveInto(group, pid);
  removeGroup(leaf);
}

/** @throws when it does not take one of them */
function enable(folder: string, controllers: readonly Controller[]): void {
  const there = controllersOf(folder, 'cgroup.subtree_control');
  const missing = controllers.filter((controller) => !there.includes(controller));
  if (missing.length === 0) return;
  writeFileSync(join(folder, 'cgroup.subtree_control'), missing.map((controller) => `+${controller}`).join(' '));
}
