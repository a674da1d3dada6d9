import { readFile, stat } from 'node:fs/promises';
import { newSecretAccessKey, type RandomBytes, uniqueId } from '../../aws/index.ts';
import { isSealed, SealError, type Sealer } from '../../sealing/index.ts';
import { StartError } from '../start-error.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** The access key of the root user. */
export interface RootCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What the secret in a file is sealed for: in another account's file it is good for nothing. */
function purposeOf(accountId: string | undefined): string {
  return accountId === undefined ? 'root credentials' : `root credentials of ${accountId}`;
}

/**
 * Reads the credentials from their file; undefined when there is none.
 * @param sealer opens the secret; asked for only when it is sealed, which it is but in an ephemeral directory
 * @param accountId of another account than the first
 * @throws {StartError} when the file cannot be read, can be read by others, or holds something else
 */
export async function readRootCredentials(
  path: string,
  sealer: () => Promise<Sealer>,
  accountId?: string,
): Promise<RootCredentials | undefined> {
  let text: string;
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) {
      const octal = (mode & 0o777).toString(8);
      throw new StartError(`${path} may be used by others than its owner (mode ${octal}); run: chmod 600 '${path}'`);
    }
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new StartError(`The root credentials in ${path} cannot be read (${code}).`, { cause: error });
  }
  const credentials = parse(text);
  if (credentials === undefined) {
    throw new StartError(`${path} does not hold root credentials; delete it and the next start makes new ones.`);
  }
  const { accessKeyId, secretAccessKey } = credentials;
  return isSealed(secretAccessKey)
    ? { accessKeyId, secretAccessKey: openSecret(secretAccessKey, await sealer(), path, accountId) }
    : credentials;
}

function openSecret(sealed: string, sealer: Sealer, path: string, accountId: string | undefined): string {
  try {
    return sealer.open(sealed, purposeOf(accountId));
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new StartError(`${path} was sealed with another key; delete it and the next start makes new ones.`);
  }
}

/** Makes new credentials in the form of AWS's long-term keys and writes them, for the owner alone. */
export async function makeRootCredentials(
  path: string,
  randomBytes: RandomBytes,
  sealer: Sealer | undefined,
  accountId?: string,
): Promise<RootCredentials> {
  const credentials: RootCredentials = {
    accessKeyId: uniqueId('AKIA', randomBytes),
    secretAccessKey: newSecretAccessKey(randomBytes),
  };
  await writeRootCredentials(path, credentials, sealer, accountId);
  return credentials;
}

/** @param sealer absent in an ephemeral directory, whose keys nobody could read it with */
export async function writeRootCredentials(
  path: string,
  { accessKeyId, secretAccessKey }: RootCredentials,
  sealer: Sealer | undefined,
  accountId?: string,
): Promise<void> {
  const stored = {
    accessKeyId,
    secretAccessKey: sealer?.seal(secretAccessKey, purposeOf(accountId)) ?? secretAccessKey,
  };
  await writeFileAtomically(path, `${JSON.stringify(stored, undefined, 2)}\n`, 0o600);
}

function parse(text: string): RootCredentials | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('accessKeyId' in value && 'secretAccessKey' in value)) return undefined;
  const { accessKeyId, secretAccessKey } = value;
  if (typeof accessKeyId !== 'string' || typeof secretAccessKey !== 'string') return undefined;
  if (accessKeyId === '' || secretAccessKey === '') return undefined;
  return { accessKeyId, secretAccessKey };
}
