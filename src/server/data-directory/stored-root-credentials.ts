import { randomBytes } from 'node:crypto';
import { createSealer } from '../../sealing/index.ts';
import type { Settings } from '../settings/index.ts';
import { readDataKey } from './data-key.ts';
import type { Layout } from './layout.ts';
import { masterKeySource } from './master-key.ts';
import { type RootCredentials, readRootCredentials } from './root-credentials.ts';

export type { RootCredentials } from './root-credentials.ts';

/**
 * The root credentials of a data directory, for whoever has its master key; no server needs to run.
 * @param accountId of another account than the first
 * @returns undefined when there are none
 * @throws {StartError}
 */
export function readStoredRootCredentials(
  layout: Layout,
  settings: Pick<Settings, 'masterKey' | 'masterKeyFile'>,
  accountId?: string,
): Promise<RootCredentials | undefined> {
  const path = accountId === undefined ? layout.rootCredentialsFile : layout.accountCredentialsFile(accountId);
  const sealer = async () => {
    const key = await readDataKey(layout.dataKeyFile, masterKeySource(settings, layout.masterKeyFile), randomBytes);
    return createSealer({ key, use: 'files', randomBytes });
  };
  return readRootCredentials(path, sealer, accountId);
}
