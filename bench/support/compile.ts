import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package/index.ts';

/** A program in a temporary folder. */
export interface Program {
  readonly path: string;
  remove(): void;
}

/** Compiles a program of one C file. @param source its path below `bench` @throws where there is no C compiler */
export function compile(source: string): Program {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const path = join(folder, 'program');
  const args = ['-O2', '-o', path, join(packageRoot, 'bench', source), '-lm'];
  const { error, status } = spawnSync('cc', args, { stdio: 'inherit' });
  if (error !== undefined || status !== 0) throw new Error('This benchmark needs a C compiler: apt-get install gcc');
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}
