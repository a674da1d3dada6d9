import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that after a crash at any moment there is the old one or the new one, complete: a temporary file
 * beside it, synchronised, then renamed. One writer at a time.
 */
export async function writeFileAtomically(path: string, text: string, mode: number): Promise<void> {
  const temporary = `${path}.new`;
  // What an earlier crash left behind may have another mode.
  await rm(temporary, { force: true });
  await synchronised(temporary, 'wx', mode, (file) => file.writeFile(text));
  await rename(temporary, path);
  await synchronised(dirname(path), 'r', 0, async () => undefined);
}

type FileHandle = Awaited<ReturnType<typeof open>>;

async function synchronised(
  path: string,
  flags: string,
  mode: number,
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
