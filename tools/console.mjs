/**
 * Builds the console to `dist/console`. What was built of the same sources before is copied from node_modules/.cache:
 * `npm run build` stands before every test of the command, and most changes are not to the console.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules/.cache/console');
/** All that a bundle is made of; the rooms of `src/` are those that the console shares with the server. */
const SOURCES = ['console', 'tools/console.mjs', 'package-lock.json', 'dist/schemas', 'src/control/schema'];

/** @param target an absolute path; `dist/schemas` must have been written */
export async function buildConsole(target) {
  const stored = join(cache, await stamp());
  if (!existsSync(stored)) {
    await build(`${stored}.${process.pid}`);
    await rm(stored, { recursive: true, force: true });
    await rename(`${stored}.${process.pid}`, stored);
  }
  await cp(stored, target, { recursive: true });
}

async function build(outDir) {
  // A cache of one: older ones are of sources that are gone.
  await rm(cache, { recursive: true, force: true });
  // Heavy, and needed by few of all builds.
  const { build: viteBuild } = await import('vite');
  await viteBuild({ configFile: join(root, 'console/vite.config.ts'), logLevel: 'warn', build: { outDir } });
}

/** A digest over names and contents. */
async function stamp() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesBelow(join(root, source))) {
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesBelow(path) {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
