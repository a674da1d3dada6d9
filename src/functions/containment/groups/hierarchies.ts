import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Controller } from './control-files.ts';
import { unless } from './files.ts';

/** A hierarchy of control groups, as this process sees it. */
export interface Hierarchy {
  /** Where it is mounted. */
  readonly root: string;
  /** The folder of the group that this process is in. */
  readonly own: string;
}

/** Those that a machine has. */
export interface Hierarchies {
  /** The one of the second version. */
  readonly unified?: Hierarchy;
  /** Those of the first, by what they divide. */
  readonly legacy: ReadonlyMap<Controller, Hierarchy>;
}

const LEGACY: readonly Controller[] = ['cpu', 'pids'];

/** Those of this process. */
export function ownHierarchies(): Hierarchies {
  const read = (path: string) => unless(['ENOENT'], () => readFileSync(path, 'latin1')) ?? '';
  return readHierarchies(read('/proc/self/mountinfo'), read('/proc/self/cgroup'));
}

/**
 * Finds them in what the kernel tells of a process.
 * @param mountInfo `/proc/self/mountinfo` (proc_pid_mountinfo(5))
 * @param ownGroups `/proc/self/cgroup` (cgroups(7)): `hierarchy:controllers:path`
 */
export function readHierarchies(mountInfo: string, ownGroups: string): Hierarchies {
  const paths = new Map(ownGroups.split('\n').map(groupOf));
  const legacy = new Map<Controller, Hierarchy>();
  let unified: Hierarchy | undefined;
  for (const { type, shown, root, options } of mountInfo.split('\n').map(mountOf)) {
    const controllers = LEGACY.filter((controller) => options.includes(controller));
    if (type === 'cgroup2') unified ??= hierarchy(root, shown, paths.get(''));
    if (type !== 'cgroup') continue;
    for (const controller of controllers) {
      const path = [...paths].find(([names]) => names.split(',').includes(controller))?.[1];
      const found = hierarchy(root, shown, path);
      if (found !== undefined && !legacy.has(controller)) legacy.set(controller, found);
    }
  }
  return { ...(unified && { unified }), legacy };
}

function groupOf(line: string): [controllers: string, path: string] {
  const [, controllers = '-', ...path] = line.split(':');
  return [controllers, path.join(':')];
}

function mountOf(line: string) {
  const [before = '', after = ''] = line.split(' - ');
  const [, , , shown = '', root = ''] = before.split(' ').map(plain);
  const [type = '', , options = ''] = after.split(' ');
  return { type, shown, root, options: options.split(',') };
}

/** Blanks and the like stand there as octal numbers. */
function plain(word: string): string {
  return word.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/**
 * @param shown the group that is shown at the mount's root
 * @param path of the own group; one that lies outside of what is shown is none of ours
 */
function hierarchy(root: string, shown: string, path: string | undefined): Hierarchy | undefined {
  if (path === undefined) return undefined;
  const below = relative(shown, path);
  return below.startsWith('..') || path.startsWith('/..') ? undefined : { root, own: join(root, below) };
}
