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
 * The processes that were started in an instance's environment, told by the TMPDIR that nobody else has: also those that
 * have left their process group. Where there is no /proc, none is found.
 */
async function strayProcesses(directory: string): Promise<readonly number[]> {
  const mark = `\0TMPDIR=${join(directory, 'instance-')}`;
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const marked = await Promise.all(
    pids.map(async (pid) => {
      // A process may end meanwhile, and another user's is not ours to read.
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return `\0${environment}`.includes(mark);
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
