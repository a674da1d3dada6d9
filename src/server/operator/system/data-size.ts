import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How long a size is good enough: a folder may hold many files. */
const FRESH_MS = 60_000;

export interface DataSize {
  readonly bytes: number;
  /** By the names of what lies in the folder itself, the largest first. */
  readonly parts: Readonly<Record<string, number>>;
}

/**
 * How large a folder is, counted when somebody asks and not again within a minute.
 * @param now milliseconds
 */
export function createDataSize(folder: string, now: () => number): () => Promise<DataSize> {
  let counted: { readonly atMs: number; readonly size: Promise<DataSize> } | undefined;
  return () => {
    if (counted === undefined || now() - counted.atMs >= FRESH_MS) counted = { atMs: now(), size: sizeOf(folder) };
    return counted.size;
  };
}

async function sizeOf(folder: string): Promise<DataSize> {
  const parts: [string, number][] = [];
  for (const entry of await entriesOf(folder)) parts.push([entry.name, await bytesOf(folder, entry)]);
  parts.sort(([, one], [, other]) => other - one);
  return { bytes: parts.reduce((sum, [, bytes]) => sum + bytes, 0), parts: Object.fromEntries(parts) };
}

/** What a link leads to is not counted. */
async function bytesOf(folder: string, entry: Dirent): Promise<number> {
  const path = join(folder, entry.name);
  if (entry.isFile()) return (await unlessGone(stat(path)))?.size ?? 0;
  let bytes = 0;
  if (entry.isDirectory()) for (const inner of await entriesOf(path)) bytes += await bytesOf(path, inner);
  return bytes;
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return (await unlessGone(readdir(folder, { withFileTypes: true }))) ?? [];
}

/** Files and folders come and go while they are counted. */
async function unlessGone<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
