import { join } from 'node:path';
import type { FunctionVersion } from '../model/index.ts';
import type { Launch, ManagedLaunch } from './interpreters.ts';

/** The program that an instance consists of. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** The program of an instance that is told later which function it is. */
export function templateCommand({ kind, interpreter }: ManagedLaunch, bootstraps: string): Command {
  return { file: interpreter, args: PROGRAMS[kind](bootstraps) };
}

/** What an interpreter is told, whichever function it runs. */
const PROGRAMS: Readonly<Record<ManagedLaunch['kind'], (bootstraps: string) => readonly string[]>> = {
  nodejs: (bootstraps) => [join(bootstraps, 'nodejs', 'bootstrap.mjs')],
  // -B: the code folder belongs to all instances of this code and stays as it was uploaded.
  python: (bootstraps) => ['-B', join(bootstraps, 'python', 'bootstrap.py')],
};

/** @param bootstraps the folder of our language bootstraps (`nodejs/bootstrap.mjs`, `python/bootstrap.py`) */
export function instanceCommand(launch: Launch, version: FunctionVersion, bootstraps: string): Command {
  switch (launch.kind) {
    case 'nodejs': {
      // The memory setting bounds the heap, so that a leak ends the instance and not the machine.
      const heap = `--max-old-space-size=${version.memorySizeMb}`;
      return { file: launch.interpreter, args: [heap, ...PROGRAMS.nodejs(bootstraps)] };
    }
    case 'python':
      return { file: launch.interpreter, args: PROGRAMS.python(bootstraps) };
    case 'provided':
      return { file: join(version.codeDirectory, 'bootstrap'), args: [] };
  }
}
