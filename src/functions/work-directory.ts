import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
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
  for (const pid of strayProcesses(directory)) kill(pid);
  await rm(directory, { recursive: true, force: true });
}

/**
 * The processes of instances, told by a folder that nobody else has: it stands in their environment as TMPDIR, also of those that have
 * left their process group, or among the words that led them into namespaces. Where there is no /proc, none is found.
 */
function strayProcesses(directory: string): readonly number[] {
  const folder = join(directory, 'instance-');
  const marked = (pid: string) =>
    `\0${readProc(pid, 'environ')}`.includes(`\0TMPDIR=${folder}`) || readProc(pid, 'cmdline').includes(`\0${folder}`);
  return listProc()
    .filter((name) => /^\d+$/.test(name) && marked(name))
    .map(Number);
}

function listProc(): readonly string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return []; // A system without it.
  }
}

/** One after the other: a file of /proc tells no size, and each that is read at the same time would take a buffer of 64 KB. */
function readProc(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // It has ended meanwhile, or is another user's and not ours to read.
  }
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}
