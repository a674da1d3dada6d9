import { resolve } from 'node:path';
import {
  layoutOf,
  loadSettings,
  type RootCredentials,
  readRootCredentials,
  type Settings,
  StartError,
} from '../server/index.ts';
import type { CommandIo } from './command-io.ts';

/**
 * `sallyport credentials`: prints where the root credentials lie, and what a shell needs to use them:
 * `eval "$(sallyport credentials)"`. No server needs to run.
 * @param args the flags of `start`, of which those that say where things are count here
 * @throws {StartError}
 */
export async function credentialsCommand(args: readonly string[], io: CommandIo): Promise<void> {
  const settings = await loadSettings(args, io);
  const { where, credentials } = given(settings) ?? (await stored(settings));
  io.print(shellText(where, credentials, settings));
}

interface Found {
  readonly where: string;
  readonly credentials: RootCredentials;
}

function given({ rootAccessKeyId, rootSecretAccessKey }: Settings): Found | undefined {
  if (rootAccessKeyId === undefined || rootSecretAccessKey === undefined) return undefined;
  const credentials = { accessKeyId: rootAccessKeyId, secretAccessKey: rootSecretAccessKey.reveal() };
  return { where: 'the environment (SALLYPORT_ROOT_ACCESS_KEY_ID)', credentials };
}

async function stored(settings: Settings): Promise<Found> {
  if (settings.ephemeral) {
    throw new StartError('An ephemeral Sallyport keeps no credentials; its start says where they are while it runs.');
  }
  const where = layoutOf(resolve(settings.dataDirectory)).rootCredentialsFile;
  const credentials = await readRootCredentials(where);
  if (credentials === undefined) {
    throw new StartError(`There are no root credentials in ${where}; the first start makes them.`);
  }
  return { where, credentials };
}

function shellText(where: string, credentials: RootCredentials, { host, controlPort }: Settings): string {
  const lines = [
    `# Root credentials from ${where}`,
    `export AWS_ACCESS_KEY_ID=${quoted(credentials.accessKeyId)}`,
    `export AWS_SECRET_ACCESS_KEY=${quoted(credentials.secretAccessKey)}`,
    // Any region will do, but the clients insist on one.
    `export AWS_DEFAULT_REGION="\${AWS_DEFAULT_REGION:-us-east-1}"`,
  ];
  if (controlPort !== 0) lines.push(`export AWS_ENDPOINT_URL=${quoted(`http://${reachable(host)}:${controlPort}`)}`);
  return `${lines.join('\n')}\n`;
}

/** The address under which this machine reaches what listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
