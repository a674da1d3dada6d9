import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../limits.ts';
import { syncFolder } from './sync-folder.ts';
import { unpack } from './unpack.ts';

/** What a function's document says about its code. */
export interface FunctionCode {
  /** SHA-256 of the zip file, in base64. */
  readonly sha256: string;
  /** Of the zip file. */
  readonly sizeBytes: number;
  /** The name of its folder here. */
  readonly folder: string;
  /** Set for code that is run where it lies on this machine: an absolute path. */
  readonly localFolder?: string;
}

/** Code on the disk: for each different zip file a folder of what is in it, and the file; shared by all functions that have it. */
export interface CodeStore {
  /**
   * Puts a zip file's content in place, on the disk for good, and keeps it there while `work` stores who uses it.
   * @throws {ServiceError} for a zip file that AWS refuses
   */
  add<R>(zip: Uint8Array, work: (code: FunctionCode) => Promise<R>): Promise<R>;
  /** The folder of this code. */
  directory(code: Pick<FunctionCode, 'folder' | 'localFolder'>): string;
  /** Where the zip file of a folder lies, if it was kept. */
  zipPath(folder: string): string;
  /**
   * Removes the folders that nobody uses, and what an interrupted call left behind.
   * @param named tells the folders that documents name; asked after the folders have been listed
   * @param isInUse whether an instance still runs what is in a folder
   */
  removeUnused(named: () => Promise<ReadonlySet<string>>, isInUse: (directory: string) => boolean): Promise<void>;
}

/**
 * @param root made when it is not there; nothing else may stand in it
 * @param uuid names what is not complete yet
 */
export function createCodeStore(root: string, uuid: () => string): CodeStore {
  /** How many calls are about to store that they use a folder. */
  const held = new Map<string, number>();
  /** While folders are being removed: those that were held at any time meanwhile. */
  let touched: Set<string> | undefined;
  let removal: Promise<void> = Promise.resolve();

  const hold = (folder: string) => {
    held.set(folder, (held.get(folder) ?? 0) + 1);
    touched?.add(folder);
  };
  const release = (folder: string) => {
    const others = (held.get(folder) ?? 1) - 1;
    if (others === 0) held.delete(folder);
    else held.set(folder, others);
  };
  const removeUnused: CodeStore['removeUnused'] = async (named, isInUse) => {
    const busy = new Set(held.keys());
    touched = busy;
    const found = await readdir(root).catch(noneIfMissing);
    const kept = await named();
    for (const name of found) {
      const isWhole = name === codeOf(name) || name === `${codeOf(name)}.zip`;
      if (isWhole && kept.has(codeOf(name))) continue;
      if (busy.has(codeOf(name)) || isInUse(join(root, codeOf(name)))) continue;
      // Looking and renaming are one step, so a call that comes now finds the folder gone, not half gone.
      const removed = join(root, `${codeOf(name)}.${uuid()}`);
      renameSync(join(root, name), removed);
      await rm(removed, { recursive: true, force: true });
    }
  };

  return {
    directory: ({ folder, localFolder }) => localFolder ?? join(root, folder),
    zipPath: (folder) => join(root, `${folder}.zip`),
    async add(zip, work) {
      const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
      const digest = createHash('sha256').update(bytes).digest();
      const folder = digest.toString('hex');
      hold(folder);
      try {
        if (!(await exists(join(root, folder)))) await install(bytes, root, folder, uuid());
        return await work({ sha256: digest.toString('base64'), sizeBytes: bytes.length, folder });
      } finally {
        release(folder);
      }
    },
    removeUnused(named, isInUse) {
      const next = removal
        .then(() => removeUnused(named, isInUse))
        .finally(() => {
          touched = undefined;
        });
      removal = next.catch(() => undefined);
      return next;
    },
  };
}

/** Unpacks under a name that nobody knows, and gives the folder its name when all of it is on the disk. */
async function install(zip: Buffer, root: string, folder: string, id: string): Promise<void> {
  const temporary = join(root, `${folder}.${id}`);
  await mkdir(temporary, { recursive: true, mode: 0o755 });
  try {
    await unpack(zip, temporary, LIMITS.unzippedCodeBytes);
    await keepZip(zip, root, folder, id);
    await rename(temporary, join(root, folder));
    await syncFolder(root);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another call brought the same code at the same time, and was first.
    if (!(await exists(join(root, folder)))) throw error;
  }
}

/** Keeps the file as it came, for who wants to have it back: what is unpacked from it does not make the same file again. */
async function keepZip(zip: Buffer, root: string, folder: string, id: string): Promise<void> {
  const temporary = join(root, `${folder}.${id}.zip`);
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(zip);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(root, `${folder}.zip`));
}

/** The name of a folder without what marks it as unfinished or as going. */
function codeOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(undefinedIfMissing)) !== undefined;
}

/** For `catch`: what is not there is no error, anything else is. */
export function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

function noneIfMissing(error: unknown): readonly string[] {
  undefinedIfMissing(error);
  return [];
}
