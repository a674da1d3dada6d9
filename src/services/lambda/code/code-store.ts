import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
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

/** Unpacked code on the disk: a folder for each different zip file, shared by all functions that have it. */
export interface CodeStore {
  /**
   * Puts a zip file's content in place, on the disk for good, and keeps it there while `work` stores who uses it.
   * @throws {ServiceError} for a zip file that AWS refuses
   */
  add<R>(zip: Uint8Array, work: (code: FunctionCode) => Promise<R>): Promise<R>;
  /** The folder of this code. */
  directory(code: Pick<FunctionCode, 'folder' | 'localFolder'>): string;
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
      if (kept.has(name) || busy.has(codeOf(name)) || isInUse(join(root, name))) continue;
      // Looking and renaming are one step, so a call that comes now finds the folder gone, not half gone.
      const removed = join(root, `${codeOf(name)}.${uuid()}`);
      renameSync(join(root, name), removed);
      await rm(removed, { recursive: true, force: true });
    }
  };

  return {
    directory: ({ folder, localFolder }) => localFolder ?? join(root, folder),
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
    await rename(temporary, join(root, folder));
    await syncFolder(root);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another call brought the same code at the same time, and was first.
    if (!(await exists(join(root, folder)))) throw error;
  }
}

/** The name of a folder without what marks it as unfinished or as going. */
function codeOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(undefinedIfMissing)) !== undefined;
}

function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

function noneIfMissing(error: unknown): readonly string[] {
  undefinedIfMissing(error);
  return [];
}
