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
 * @returns undefined when there are none
 * @throws {StartError}
 */
export function readStoredRootCredentials(
  layout: Layout,
  settings: Pick<Settings, 'masterKey' | 'masterKeyFile'>,
): Promise<RootCredentials | undefined> {
  return readRootCredentials(layout.rootCredentialsFile, async () => {
    const key = await readDataKey(layout.dataKeyFile, masterKeySource(settings, layout.masterKeyFile), randomBytes);
    return createSealer({ key, use: 'files', randomBytes });
  });
}
