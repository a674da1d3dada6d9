import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Layout } from './layout.ts';

/** Whoever knows a name in such a folder may go on from there; what else is in it he does not learn. */
const PASSAGE = 0o711;

/**
 * Makes a way for functions that are users of their own to their code. Until now the directory's own mode has kept all others out, so
 * what is in it is closed first, and the folders that come later are made closed.
 */
export async function letOthersReachFunctions(layout: Layout): Promise<void> {
  const { path, functionsDirectory, logsDirectory, logStoreDirectory, auditDirectory } = layout;
  const { metricsDirectory, tlsDirectory, outboxDirectory } = layout;
  for (const folder of [
    ...[logsDirectory, logStoreDirectory, auditDirectory],
    ...[metricsDirectory, tlsDirectory, outboxDirectory],
  ]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  await closeEntries(path, basename(functionsDirectory));
  await closeEntries(functionsDirectory);
  for (const folder of [functionsDirectory, path]) await chmod(folder, PASSAGE);
}

/** Takes files and folders from all but their owner; except one, and the folders of functions, which are made for others. */
async function closeEntries(folder: string, except?: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const entry = join(folder, name);
    const status = await lstat(entry);
    const isForOthers = name === except || (except === undefined && status.isDirectory());
    if (!isForOthers && !status.isSymbolicLink()) await chmod(entry, status.mode & 0o700);
  }
}
