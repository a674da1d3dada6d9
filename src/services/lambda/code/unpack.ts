import { mkdir, open, symlink } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { invalidParameter } from '../errors.ts';
import { syncFolder } from './sync-folder.ts';

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const EXECUTABLE = 0o111;
/** The longest path that Linux takes; a link's target is one. */
const LINK_TARGET_BYTES = 4096;

/**
 * Unpacks a zip file into an empty folder, so that it is on the disk when this resolves. Nothing is written outside the
 * folder: names that leave it are refused, and links, which may point inside it alone, are made last.
 * @param maxBytes of all files together
 * @throws {ServiceError} `InvalidParameterValueException` for a file that is damaged, unsafe, empty or too large
 */
export async function unpack(zip: Buffer, folder: string, maxBytes: number): Promise<void> {
  // yauzl is loaded here, because most starts of the server see no zip file.
  const { fromBufferPromise } = await import('yauzl');
  try {
    const file = await fromBufferPromise(zip, { lazyEntries: true });
    const entries = await readEntries(file, maxBytes);
    const links = entries.filter(isLink);
    const folders = new Set([folder]);
    for (const entry of entries) {
      if (!isLink(entry)) folders.add(await writeEntry(file, entry, folder));
    }
    for (const entry of links) folders.add(await writeLink(file, entry, folder));
    for (const each of folders) await syncFolder(each);
  } catch (error) {
    if (isDamage(error)) throw damaged();
    throw error;
  }
}

async function readEntries(file: ZipFile, maxBytes: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let size = 0;
  for await (const entry of file.eachEntry()) {
    size += entry.uncompressedSize;
    // Recorded on AWS: `test_oversized_lambda`.
    if (size > maxBytes) throw invalidParameter(`Unzipped size must be smaller than ${maxBytes} bytes`);
    entries.push(entry);
  }
  if (entries.length === 0) throw invalidParameter('Uploaded file must be a non-empty zip');
  return entries;
}

/** Returns the folder that now has another entry. */
async function writeEntry(file: ZipFile, entry: Entry, root: string): Promise<string> {
  const path = join(root, entry.fileName);
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return dirname(path);
  }
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'w', unixMode(entry) & EXECUTABLE ? 0o755 : 0o644);
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return dirname(path);
}

async function writeLink(file: ZipFile, entry: Entry, root: string): Promise<string> {
  const path = join(root, entry.fileName);
  const target = await readText(await file.openReadStreamPromise(entry), LINK_TARGET_BYTES);
  const lands = normalize(join(dirname(entry.fileName), target));
  if (target.startsWith('/') || lands === '..' || lands.startsWith('../')) throw damaged();
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path);
  return dirname(path);
}

async function readText(stream: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw damaged();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unixMode(entry: Entry): number {
  return entry.externalFileAttributes >>> 16;
}

function isLink(entry: Entry): boolean {
  return (unixMode(entry) & FILE_TYPE) === SYMBOLIC_LINK;
}

function damaged() {
  return invalidParameter('Could not unzip uploaded file. Please check your file, then try to upload again.');
}

/** Plain errors are yauzl's about the file; of the system's, these say that the file's entries contradict each other. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== 'Error') return false;
  if (!('code' in error)) return true;
  const code = String(error.code);
  return (
    code.startsWith('Z_') || ['EEXIST', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code)
  );
}
