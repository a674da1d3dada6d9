import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Settings } from '../settings/index.ts';
import { readDataKey, writeDataKey } from './data-key.ts';
import { layoutOf } from './layout.ts';
import { lockDirectory } from './lock.ts';
import { makeMasterKey, masterKeySource, readMasterKey } from './master-key.ts';

/**
 * Puts another master key in place of the one that seals a data directory. Only the data key is sealed anew, so this is done at
 * once whatever the directory holds; the old key then opens nothing, but for copies of the directory that were made before.
 * @param to the new key's file, made where it is not there
 * @throws {StartError} while a server runs, and without the key that the directory is sealed with
 */
export async function rotateMasterKey(
  settings: Pick<Settings, 'dataDirectory' | 'masterKey' | 'masterKeyFile'>,
  to: string,
): Promise<void> {
  const layout = layoutOf(resolve(settings.dataDirectory));
  const lock = lockDirectory(layout);
  try {
    const source = masterKeySource(settings, layout.masterKeyFile);
    const dataKey = await readDataKey(layout.dataKeyFile, source, randomBytes);
    const masterKey = (await readMasterKey({ kind: 'file', path: to })) ?? (await makeMasterKey(to, randomBytes));
    await writeDataKey(layout.dataKeyFile, dataKey, masterKey, randomBytes);
  } finally {
    lock.release();
  }
}
