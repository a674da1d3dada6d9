import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './process-group.ts';

/**
 * Makes the folder for instances, empty, and ends what still runs of a runtime that was killed.
 * @returns one sentence for the user when the folder cannot be had; never rejects
 */
export async function prepareWorkDirectory(directory: string): Promise<string | undefined> {
  try {
    await removeWorkDirectory(directory);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return undefined;
  } catch (error) {
    return `The folder for running functions cannot be used: ${String(error)}`;
  }
}

/** Ends every process of an instance that lived in the folder, wherever it has gone to, and removes the folder. */
export async function removeWorkDirectory(directory: string): Promise<void> {
  for (const pid of await strayProcesses(directory)) kill(pid);
  await rm(directory, { recursive: true, force: true });
}

/**
 * The processes of instances, told by a folder that nobody else has: it stands in their environment as TMPDIR, also of those that have
 * left their process group, or among the words that led them into namespaces. Where there is no /proc, none is found.
 */
async function strayProcesses(directory: string): Promise<readonly number[]> {
  const folder = join(directory, 'instance-');
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const marked = await Promise.all(
    pids.map(async (pid) => {
      // A process may end meanwhile, and another user's is not ours to read.
      const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'latin1').catch(() => '');
      const [environment, words] = [await read('environ'), await read('cmdline')];
      return `\0${environment}`.includes(`\0TMPDIR=${folder}`) || words.includes(`\0${folder}`);
    }),
  );
  return pids.filter((_pid, at) => marked[at]).map(Number);
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}
