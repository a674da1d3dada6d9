/** Writes the pages that follow from the code; with `--check` it only tells which committed ones differ, and fails. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTs } from './run-ts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { writePages } = await importTs(join(root, 'tools/docs/pages.ts'));

for (const { path, text } of await writePages()) {
  const file = join(root, path);
  const committed = await readFile(file, 'utf8').catch(() => undefined);
  if (committed === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the code says; run: npm run docs`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`${path} written.`);
  }
}
