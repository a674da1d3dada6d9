import { copyFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package/index.ts';

/** The built package and the Node that runs it, copied so that a test may break them under a running server. */
export interface Installation {
  readonly folder: string;
  readonly node: string;
  remove(): Promise<void>;
}

export async function copyInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-installation-'));
  const node = join(folder, 'node');
  await Promise.all([
    cp(join(packageRoot, 'dist'), join(folder, 'dist'), { recursive: true }),
    copyFile(join(packageRoot, 'package.json'), join(folder, 'package.json')),
    symlink(join(packageRoot, 'node_modules'), join(folder, 'node_modules')),
    copyFile(process.execPath, node),
  ]);
  return { folder, node, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
