import { resolve } from 'node:path';
import {
  layoutOf,
  type RootCredentials,
  readStoredRootCredentials,
  type Settings,
  StartError,
} from '../server/index.ts';

/** Root credentials, and where they were found, in words. */
export interface FoundCredentials {
  readonly where: string;
  readonly credentials: RootCredentials;
}

/**
 * The root credentials that a server with these settings uses: those of the environment, else those of the data directory.
 * @param accountId another account than the first
 * @throws {StartError} where there are none
 */
export async function rootCredentialsOf(settings: Settings, accountId?: string): Promise<FoundCredentials> {
  const isFirst = accountId === undefined || accountId === settings.accountId;
  return isFirst ? (given(settings) ?? stored(settings, undefined)) : stored(settings, accountId);
}

function given({ rootAccessKeyId, rootSecretAccessKey }: Settings): FoundCredentials | undefined {
  if (rootAccessKeyId === undefined || rootSecretAccessKey === undefined) return undefined;
  const credentials = { accessKeyId: rootAccessKeyId, secretAccessKey: rootSecretAccessKey.reveal() };
  return { where: 'the environment (SALLYPORT_ROOT_ACCESS_KEY_ID)', credentials };
}

async function stored(settings: Settings, accountId: string | undefined): Promise<FoundCredentials> {
  if (settings.ephemeral) {
    throw new StartError('An ephemeral Sallyport keeps no credentials; its start says where they are while it runs.');
  }
  const layout = layoutOf(resolve(settings.dataDirectory));
  const where = accountId === undefined ? layout.rootCredentialsFile : layout.accountCredentialsFile(accountId);
  const credentials = await readStoredRootCredentials(layout, settings, accountId);
  if (credentials === undefined) {
    throw new StartError(`There are no root credentials in ${where}; the first start makes them.`);
  }
  return { where, credentials };
}

/** The control API's address as this machine reaches it; undefined where the port is only known to the running server. */
export function controlUrlOf({ host, controlPort }: Settings): string | undefined {
  return controlPort === 0 ? undefined : `http://${reachable(host)}:${controlPort}`;
}

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
