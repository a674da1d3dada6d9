import { join } from 'node:path';
import type { FunctionVersion } from '../model/index.ts';
import type { Launch, ManagedLaunch } from './interpreters.ts';
import { vcpus } from './vcpus.ts';

/** The program that an instance consists of. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** @param bootstraps the folder of our language bootstraps (`nodejs/bootstrap.cjs`, `python/bootstrap.py`) */
export function instanceCommand(launch: Launch, version: FunctionVersion, bootstraps: string): Command {
  if (launch.kind === 'provided') return { file: join(version.codeDirectory, 'bootstrap'), args: [] };
  return templateCommand(launch, version.memorySizeMb, bootstraps);
}

/** The program of an instance that may be told later which function it is. */
export function templateCommand(
  { kind, interpreter }: ManagedLaunch,
  memorySizeMb: number,
  bootstraps: string,
): Command {
  const file = bootstrapFile(kind, bootstraps);
  switch (kind) {
    case 'nodejs':
      return { file: interpreter, args: [...nodejsOptions(memorySizeMb), file] };
    case 'python':
      // -B: the code folder belongs to all instances of this code and stays as it was uploaded.
      return { file: interpreter, args: ['-B', file] };
  }
}

/**
 * AWS's own, as the copies of its `/var/runtime/bootstrap` in public repositories have them: a tenth of the memory is for what is young,
 * in two halves, so that V8 collects before the instance has more than it may. And ours, for shorter pauses (docs/decisions/0039): where a
 * function's memory stands for less than two processors, the collector does not wait for another thread of its own, which comes as late as
 * any other process.
 */
function nodejsOptions(memorySizeMb: number): readonly string[] {
  const young = Math.floor(memorySizeMb / 10);
  return [
    ...['--expose-gc', '--max-http-header-size=81920'],
    ...[`--max-semi-space-size=${Math.floor(young / 2)}`, `--max-old-space-size=${memorySizeMb - young}`],
    ...(vcpus(memorySizeMb) < 2 ? ['--no-parallel-scavenge'] : []),
  ];
}

/** What a language's interpreter runs. */
export function bootstrapFile(language: ManagedLaunch['kind'], bootstraps: string): string {
  return join(bootstraps, language, { nodejs: 'bootstrap.cjs', python: 'bootstrap.py' }[language]);
}
