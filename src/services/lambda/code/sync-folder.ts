import { open } from 'node:fs/promises';

/** Makes the names in a folder durable, as `fsync` of its files makes their content. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
