/** Where this package lies on disk and what it is called: the one place that knows the layout of an installation. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, found upwards from this file, so that `src/` and `dist/` give the same answer. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A built file, such as `distPath('schemas', 'sts.json')`. */
export function distPath(...parts: string[]): string {
  return join(packageRoot, 'dist', ...parts);
}

/** The version in package.json. */
export function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  return manifest.version;
}

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('No package.json stands above Sallyport’s own files; the installation is broken.');
  return findRoot(parent);
}
