/**
 * Runs a TypeScript file of this repository on plain Node 20: joins it and what it imports of our own files into one
 * module under node_modules/.cache, then imports that. `node tools/run-ts.mjs FILE.ts [ARGUMENT...]`
 */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/run-ts');

/** Loads a TypeScript module and gives what it exports. */
export async function importTs(file) {
  const build = await rolldown({
    input: resolve(file),
    platform: 'node',
    external: /^[^./]/,
    // What one process imports late, another may need at once; here there is one.
    checks: { ineffectiveDynamicImport: false },
  });
  // One file a process, so that two that run at the same time do not overwrite each other.
  const dir = join(cache, String(process.pid));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const { output } = await build.write({
    dir,
    format: 'esm',
    sourcemap: 'inline',
    entryFileNames: '[name]-[hash].mjs',
  });
  await build.close();
  return import(pathToFileURL(join(dir, output[0].fileName)).href);
}

const [, self, file, ...rest] = process.argv;
if (self === fileURLToPath(import.meta.url)) {
  if (file === undefined) {
    console.error('Usage: node tools/run-ts.mjs FILE.ts [ARGUMENT...]');
    process.exit(1);
  }
  process.argv = [process.argv[0], resolve(file), ...rest];
  await importTs(file);
}
