import { type CodeFile, PLAIN_MODE } from './code-file.ts';
import { entryModes } from './entry-modes.ts';

const UNIX = 3;
/** Bounds what a small file can become in the browser's memory. */
const UNZIPPED_BYTES = 52_428_800;
/** One date for all, so that the same files are the same code. */
const DATE = new Date(2000, 0, 1);

/** The zip file is none, or holds more than a browser should unpack. */
export class ZipError extends Error {}

/** @throws {ZipError} */
export async function readZip(zip: Uint8Array): Promise<readonly CodeFile[]> {
  const { unzipSync } = await import('fflate');
  let total = 0;
  try {
    const entries = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (total > UNZIPPED_BYTES) throw new ZipError(`${total} bytes`);
        return !name.endsWith('/');
      },
    });
    const modes = entryModes(zip);
    return Object.entries(entries)
      .map(([path, bytes]) => ({ path, bytes, mode: modes.get(path) ?? PLAIN_MODE }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError(error instanceof Error ? error.message : String(error));
  }
}

/** In the page's own thread: the policy allows no workers, and a function's code is small. */
export async function writeZip(files: readonly CodeFile[]): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  return zipSync(
    Object.fromEntries(
      files.map(({ path, bytes, mode }) => [path, [bytes, { os: UNIX, attrs: (mode << 16) >>> 0, mtime: DATE }]]),
    ),
  );
}
