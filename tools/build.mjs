/** Builds `dist/`: the command and the worker, the AWS schemas, the language bootstraps of the function runtime, the console. */
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { buildConsole } from './console.mjs';
import { writeSchemas } from './schemas.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await Promise.all([bundle(), schemasAndConsole(), copyBootstraps()]);

/** The console's client of the AWS APIs is made of the schemas. */
async function schemasAndConsole() {
  await writeSchemas(join(dist, 'schemas'));
  await buildConsole(join(dist, 'console'));
}

async function bundle() {
  const build = await rolldown({
    input: { sallyport: join(root, 'src/cli/main.ts'), worker: join(root, 'src/server/worker/main.ts') },
    platform: 'node',
    // Dependencies stay where npm puts them; only our own files are joined, so that starting reads few files.
    external: /^[^./]/,
    checks: { circularDependency: true },
  });
  const { output } = await build.write({
    dir: dist,
    format: 'esm',
    sourcemap: true,
    // Names stay, for stack traces; V8 keeps the source in memory, so comments and white space would cost a process their size.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await build.close();
  await Promise.all(output.filter(isWide).map(writeNarrow));
  checkDependencies(output);
}

/** V8 keeps the source of a module with two bytes for each character as soon as one of them is outside Latin-1. */
function isWide({ type, code }) {
  return type === 'chunk' && /[\u0100-\uffff]/.test(code);
}

/** Such characters stand in texts and patterns alone, where an escape says the same. (Columns of the source map: up to 5 off for each.) */
function writeNarrow({ fileName, code }) {
  const escaped = code.replace(
    /(?<!\\)[\u0100-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return writeFile(join(dist, fileName), escaped);
}

/** What the product imports must be what an installation carries; a development dependency may give types alone. */
function checkDependencies(output) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const imported = output.flatMap((chunk) => [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]);
  const ours = new Set(output.map((chunk) => chunk.fileName));
  const missing = imported.filter((name) => !ours.has(name) && !isBuiltin(name) && !(packageOf(name) in dependencies));
  if (missing.length > 0)
    throw new Error(`Not among the dependencies of package.json: ${[...new Set(missing)].join(', ')}`);
}

function packageOf(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

async function copyBootstraps() {
  const from = join(root, 'src/functions/bootstraps');
  if (existsSync(from)) await cp(from, join(dist, 'bootstraps'), { recursive: true });
}
