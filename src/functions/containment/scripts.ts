import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The launcher: short shell scripts over util-linux, handed to `sh -c` as text, since files are not to be seen everywhere. */
export interface LauncherScripts {
  readonly prepareRoot: string;
  readonly start: string;
  readonly furnish: string;
  readonly place: string;
}

/** @param bootstraps the folder of what is shipped to be run as it is */
export async function readScripts(bootstraps: string): Promise<LauncherScripts> {
  const read = (name: string) => readFile(join(bootstraps, 'launcher', `${name}.sh`), 'utf8');
  return {
    prepareRoot: await read('prepare-root'),
    start: await read('start'),
    furnish: await read('furnish'),
    place: await read('place'),
  };
}
