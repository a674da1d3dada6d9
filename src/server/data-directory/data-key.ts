import { readFile } from 'node:fs/promises';
import type { RandomBytes } from '../../aws/index.ts';
import { createSealer, KEY_BYTES, keyId, SealError } from '../../sealing/index.ts';
import { StartError } from '../start-error.ts';
import { type MasterKeySource, makeMasterKey, readMasterKey } from './master-key.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** The file of the data key: what everything in the data directory is sealed with, itself sealed by the master key. */
interface DataKeyFile {
  readonly masterKeyId: string;
  readonly dataKey: string;
}

const PURPOSE = 'data key';

/**
 * Opens the data key of a directory, or makes one in a directory that has none. A master key's file that is not there is
 * made then, too; later nothing stands for it.
 * @param path of the data key's file
 * @throws {StartError}
 */
export async function openDataKey(path: string, source: MasterKeySource, randomBytes: RandomBytes): Promise<Buffer> {
  const [file, known] = await Promise.all([readDataKeyFile(path), readMasterKey(source)]);
  if (file !== undefined) return unwrap(file, path, source, known, randomBytes);
  const masterKey = known ?? (await makeMasterKey(pathOf(source), randomBytes));
  const dataKey = Buffer.from(randomBytes(KEY_BYTES));
  await writeDataKey(path, dataKey, masterKey, randomBytes);
  return dataKey;
}

/** The data key of a directory that has one. @throws {StartError} */
export async function readDataKey(path: string, source: MasterKeySource, randomBytes: RandomBytes): Promise<Buffer> {
  const [file, known] = await Promise.all([readDataKeyFile(path), readMasterKey(source)]);
  if (file === undefined) throw new StartError(`There is no data key in ${path}; the first start makes it.`);
  return unwrap(file, path, source, known, randomBytes);
}

/** Seals the data key by a master key, in place of the one before; nothing else in the directory changes. */
export async function writeDataKey(
  path: string,
  dataKey: Uint8Array,
  masterKey: Uint8Array,
  randomBytes: RandomBytes,
): Promise<void> {
  const file: DataKeyFile = {
    masterKeyId: keyId(masterKey),
    dataKey: createSealer({ key: masterKey, use: PURPOSE, randomBytes }).seal(
      Buffer.from(dataKey).toString('base64'),
      PURPOSE,
    ),
  };
  await writeFileAtomically(path, `${JSON.stringify(file, undefined, 2)}\n`, 0o600);
}

function unwrap(
  file: DataKeyFile,
  path: string,
  source: MasterKeySource,
  masterKey: Buffer | undefined,
  randomBytes: RandomBytes,
): Buffer {
  if (masterKey === undefined) {
    throw new StartError(
      `The data directory was sealed with a master key that is not in ${pathOf(source)}; put it there.`,
    );
  }
  if (keyId(masterKey) !== file.masterKeyId) {
    throw new StartError(
      `The master key is not the one that the data directory was sealed with (${file.masterKeyId}).`,
    );
  }
  try {
    const text = createSealer({ key: masterKey, use: PURPOSE, randomBytes }).open(file.dataKey, PURPOSE);
    return Buffer.from(text, 'base64');
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new StartError(`${path} was changed; put it back from a backup.`, { cause: error });
  }
}

async function readDataKeyFile(path: string): Promise<DataKeyFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new StartError(`The data key in ${path} cannot be read (${code}).`, { cause: error });
  }
  const file = parse(text);
  if (file === undefined) throw new StartError(`${path} does not hold a data key; put it back from a backup.`);
  return file;
}

function parse(text: string): DataKeyFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('masterKeyId' in value && 'dataKey' in value)) return undefined;
  const { masterKeyId, dataKey } = value;
  return typeof masterKeyId === 'string' && typeof dataKey === 'string' ? { masterKeyId, dataKey } : undefined;
}

/** Only a file can be missing. */
function pathOf(source: MasterKeySource): string {
  return source.kind === 'file' ? source.path : 'SALLYPORT_MASTER_KEY_VALUE';
}
