import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Command } from '../command.ts';
import { LIMITS } from '../limits.ts';

/** What this machine can hold functions to. */
export interface Containment {
  /** Whether memory, processes and storage can be watched (there is a /proc). */
  readonly watches: boolean;
  /** Whether the kernel limits open files and forbids core dumps (there is a `prlimit`). */
  readonly limitsFiles: boolean;
  /** The command with its limits; they hold for all that it starts. */
  wrap(command: Command): Command;
}

/** @param searchPath in the form of the variable PATH */
export function findContainment(searchPath: string): Containment {
  const prlimit = find('prlimit', searchPath);
  return {
    watches: isThere('/proc/self/status', constants.R_OK),
    limitsFiles: prlimit !== undefined,
    wrap({ file, args }) {
      // What cannot be run is tried itself, so that what is wrong with it is told.
      if (prlimit === undefined || !isProgram(file)) return { file, args };
      const limits = [`--nofile=${LIMITS.maxOpenFiles}:${LIMITS.maxOpenFiles}`, '--core=0:0'];
      // It replaces itself by the command, so that process ids and exit codes stay what they are.
      return { file: prlimit, args: [...limits, file, ...args] };
    },
  };
}

function find(name: string, searchPath: string): string | undefined {
  return searchPath
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => isThere(path, constants.X_OK));
}

/** Whether the kernel can run a file: one that it may execute, and that is a program or names its interpreter. */
function isProgram(path: string): boolean {
  if (!isThere(path, constants.X_OK)) return false;
  const start = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return start.equals(Buffer.from('\x7fELF', 'latin1')) || start.subarray(0, 2).equals(Buffer.from('#!'));
}

function isThere(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
