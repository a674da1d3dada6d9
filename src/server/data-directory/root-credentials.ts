import { readFile, stat } from 'node:fs/promises';
import { StartError } from '../start-error.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** The access key of the root user. */
export interface RootCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Gives so many random bytes, fit for secrets. */
export type RandomBytes = (size: number) => Uint8Array;

/**
 * Reads the credentials from their file; undefined when there is none.
 * @throws {StartError} when the file cannot be read, can be read by others, or holds something else
 */
export async function readRootCredentials(path: string): Promise<RootCredentials | undefined> {
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
  return credentials;
}

/**
 * Makes new credentials and writes them, for the owner alone. Their form is that of AWS's long-term keys: `AKIA` and 16
 * characters of base32; 40 characters of base64.
 */
export async function makeRootCredentials(path: string, randomBytes: RandomBytes): Promise<RootCredentials> {
  const credentials: RootCredentials = {
    accessKeyId: `AKIA${base32(randomBytes(10))}`,
    secretAccessKey: Buffer.from(randomBytes(30)).toString('base64'),
  };
  await writeFileAtomically(path, `${JSON.stringify(credentials, undefined, 2)}\n`, 0o600);
  return credentials;
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

/** RFC 4648, section 6, for whole groups of five bytes. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(group, 2))).join('');
}
