import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ENCODINGS, type Encoding } from './encoding.ts';
import { mediaTypeOf } from './media-types.ts';

/** A file of the console's. */
export interface ConsoleFile {
  readonly path: string;
  readonly mediaType: string;
  /** Forms of it that lie beside it. */
  readonly encodings: ReadonlySet<Encoding>;
}

/** Everything that may be sent, by its path within the folder. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

/** The files of a build, read when they are first asked for, and anew when another build has taken its place. */
export interface Listing {
  /** Undefined while nothing is built. */
  files(): Promise<ConsoleFiles | undefined>;
}

export function createListing(folder: string): Listing {
  let known: { readonly build: string; readonly files: Promise<ConsoleFiles> } | undefined;
  return {
    async files() {
      const build = await buildOf(join(folder, 'index.html'));
      if (build === undefined) return undefined;
      if (known?.build !== build) known = { build, files: listFiles(folder) };
      return known.files.catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    },
  };
}

async function buildOf(index: string): Promise<string | undefined> {
  try {
    const { ino, mtimeMs, size } = await stat(index);
    return `${ino} ${mtimeMs} ${size}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Regular files alone: what a link points to is not the console's. */
async function listFiles(folder: string): Promise<ConsoleFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  const files = new Map<string, ConsoleFile>();
  for (const path of paths) {
    const mediaType = mediaTypeOf(path);
    if (mediaType === undefined) continue;
    const encodings = new Set(ENCODINGS.filter(({ suffix }) => paths.has(path + suffix)).map(({ name }) => name));
    files.set(path.slice(folder.length + 1).replaceAll(sep, '/'), { path, mediaType, encodings });
  }
  return files;
}
