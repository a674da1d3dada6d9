import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FunctionVersion } from '../../model/index.ts';
import { isErrno } from '../process-group.ts';

/** A program that is started with each instance of a function. */
export interface ExternalExtension {
  /** Its file's name, by which it registers. */
  readonly name: string;
  readonly path: string;
}

/** What an extension does not see of the runtime's environment (Lambda guide, "Extensions API", "Permissions and configuration"). */
const RUNTIME_ALONE = [
  ...['AWS_EXECUTION_ENV', 'AWS_LAMBDA_LOG_GROUP_NAME', 'AWS_LAMBDA_LOG_STREAM_NAME', 'AWS_XRAY_CONTEXT_MISSING'],
  ...['AWS_XRAY_DAEMON_ADDRESS', 'LAMBDA_RUNTIME_DIR', 'LAMBDA_TASK_ROOT', '_AWS_XRAY_DAEMON_ADDRESS'],
  ...['_AWS_XRAY_DAEMON_PORT', '_HANDLER', '_X_AMZN_TRACE_ID', 'PWD', 'SALLYPORT_CHANNEL'],
];

/**
 * The files in the folders `extensions` of layers, which AWS merges at `/opt/extensions`: of two with one name the later layer's.
 * @param layers in the order in which they are laid over one another
 */
export async function findExternalExtensions(layers: readonly string[]): Promise<readonly ExternalExtension[]> {
  const found = new Map<string, ExternalExtension>();
  for (const layer of layers) {
    const folder = join(layer, 'extensions');
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(noneIfMissing)) {
      if (!entry.isDirectory()) found.set(entry.name, { name: entry.name, path: join(folder, entry.name) });
    }
  }
  return [...found.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether there can be any: most layers have none, and an instance need not be made for several programs. */
export function hasExtensions({ layerDirectories = [] }: FunctionVersion): boolean {
  return layerDirectories.some((layer) => existsSync(join(layer, 'extensions')));
}

export function extensionEnvironment(runtimes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(runtimes).filter(([name]) => !RUNTIME_ALONE.includes(name)));
}

function noneIfMissing(error: unknown): [] {
  if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return [];
  throw error;
}
