import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A test, or a program that one runs: its path from the root of the repository, and what it says. */
export interface TestFile {
  readonly path: string;
  readonly text: string;
}

/** All tests, sorted by path; client programs in Python and Terraform's files count as the tests that run them. */
export async function readTestFiles(root: string): Promise<readonly TestFile[]> {
  const paths = [
    ...(await pathsIn(root, 'src', ['.test.ts'])),
    ...(await pathsIn(root, 'test', ['.test.ts', '.py', '.tf'])),
  ];
  return readAll(root, paths);
}

/** The product's own files, those that only tests use left out. */
export async function readSources(root: string): Promise<readonly TestFile[]> {
  const paths = (await pathsIn(root, 'src', ['.ts'])).filter((path) => !/\.test\.ts$|\/testing\//.test(path));
  return readAll(root, paths);
}

function readAll(root: string, paths: readonly string[]): Promise<readonly TestFile[]> {
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

async function pathsIn(root: string, folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  return names
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}

/** Links to test files from a page in `docs/`. */
export function links(paths: readonly string[] | undefined): string {
  return paths?.map((path) => `[${nameOf(path)}](../${path})`).join(', ') ?? '**none**';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace('.test.ts', '');
}
