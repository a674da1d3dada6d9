import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes that a folder's files take on the disk, or a little more than `enough` when they are more. */
export async function folderSize(folder: string, enough: number): Promise<number> {
  let bytes = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && bytes <= enough; next = waiting.pop()) {
    const current = next;
    // What is removed while it is looked at takes no room.
    const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else bytes += 512 * ((await lstat(path).catch(() => undefined))?.blocks ?? 0);
    }
  }
  return bytes;
}
