import { readFile, stat } from 'node:fs/promises';
import type { RandomBytes } from '../../aws/index.ts';
import { KEY_BYTES } from '../../sealing/index.ts';
import type { Secret } from '../settings/index.ts';
import { StartError } from '../start-error.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** Where the master key comes from: the environment, a file that the operator named, or one in the data directory. */
export type MasterKeySource =
  | { readonly kind: 'given'; readonly key: Secret }
  | { readonly kind: 'file'; readonly path: string };

/** @param fileInDirectory what stands for the setting when it is absent */
export function masterKeySource(
  { masterKey, masterKeyFile }: { readonly masterKey: Secret | undefined; readonly masterKeyFile: string | undefined },
  fileInDirectory: string,
): MasterKeySource {
  if (masterKey !== undefined) return { kind: 'given', key: masterKey };
  return { kind: 'file', path: masterKeyFile ?? fileInDirectory };
}

/**
 * The master key; undefined where its file does not exist.
 * @throws {StartError} when the file cannot be read, can be read by others, or holds no key
 */
export async function readMasterKey(source: MasterKeySource): Promise<Buffer | undefined> {
  if (source.kind === 'given') return decode(source.key.reveal(), 'SALLYPORT_MASTER_KEY_VALUE');
  const { path } = source;
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) {
      const octal = (mode & 0o777).toString(8);
      throw new StartError(`${path} may be used by others than its owner (mode ${octal}); run: chmod 600 '${path}'`);
    }
    return decode((await readFile(path, 'latin1')).trim(), path);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new StartError(`The master key in ${path} cannot be read (${code}).`, { cause: error });
  }
}

/** Makes a key and writes it, for the owner alone. */
export async function makeMasterKey(path: string, randomBytes: RandomBytes): Promise<Buffer> {
  const key = Buffer.from(randomBytes(KEY_BYTES));
  await writeFileAtomically(path, `${key.toString('base64')}\n`, 0o600);
  return key;
}

function decode(text: string, where: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES && /^[A-Za-z0-9+/]{43}=?$/.test(text)) return key;
  throw new StartError(`${where} does not hold a master key: 32 bytes in base64, as of: openssl rand -base64 32`);
}
