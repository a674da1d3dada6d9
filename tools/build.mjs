/** Builds `dist/`: the command and the worker, the AWS schemas, the language bootstraps of the function runtime. */
import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeSchemas } from './schemas.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await Promise.all([bundle(), writeSchemas(join(dist, 'schemas')), copyBootstraps()]);

async function bundle() {
  const build = await rolldown({
    input: { sallyport: join(root, 'src/cli/main.ts'), worker: join(root, 'src/server/worker/main.ts') },
    platform: 'node',
    // Dependencies stay where npm puts them; only our own files are joined, so that starting reads few files.
    external: /^[^./]/,
    checks: { circularDependency: true },
  });
  await build.write({
    dir: dist,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await build.close();
}

async function copyBootstraps() {
  const from = join(root, 'src/functions/bootstraps');
  if (existsSync(from)) await cp(from, join(dist, 'bootstraps'), { recursive: true });
}
