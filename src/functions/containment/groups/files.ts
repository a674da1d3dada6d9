import { mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from '../../process-group.ts';
import type { Controller } from './control-files.ts';

/** The numbers of the processes in a group; 0 stands for one that is not seen from here. None of one that is not there, or does not tell. */
export function processesOf(folder: string): readonly number[] {
  const text = unless(['ENOENT', 'ENODEV', 'ENOTSUP'], () => readFileSync(join(folder, 'cgroup.procs'), 'latin1'));
  return (text ?? '').split('\n').filter(Boolean).map(Number);
}

/**
 * Moves a process into a group; one that has ended is no concern. The kernel waits until all processors have taken notice of it, about ten
 * milliseconds, which is why others are not to wait.
 */
export async function moveInto(folder: string, pid: number): Promise<void> {
  try {
    await writeFile(join(folder, 'cgroup.procs'), String(pid));
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}

/** What those below a group of the second version can be given. */
export function controllersOf(folder: string, file: 'cgroup.controllers' | 'cgroup.subtree_control'): Controller[] {
  const words = readFileSync(join(folder, file), 'latin1').trim().split(' ');
  return (['cpu', 'memory', 'pids'] as const).filter((controller) => words.includes(controller));
}

export function makeGroup(folder: string): void {
  unless(['EEXIST'], () => mkdirSync(folder));
}

/** @returns whether it is gone; not while a process is in it, even a dead one that nobody has waited for */
export function removeGroup(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (isErrno(error, 'EBUSY')) return false;
    if (isErrno(error, 'ENOENT')) return true;
    throw error;
  }
}

/** The groups below one. */
export function groupsIn(folder: string): readonly string[] {
  const entries = unless(['ENOENT'], () => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** A group and those below it, each after those that are below it: the order in which they can be removed. */
export function groupsFrom(folder: string): readonly string[] {
  return [...groupsIn(folder).flatMap((name) => groupsFrom(join(folder, name))), folder];
}

/** @returns undefined after one of these errors of the system */
export function unless<T>(codes: readonly string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (codes.some((code) => isErrno(error, code))) return undefined;
    throw error;
  }
}
