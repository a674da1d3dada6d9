import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FunctionVersion } from '../../model/index.ts';
import type { Launch, ManagedLaunch } from '../interpreters.ts';
import type { Tenant, View } from './place.ts';

/** Where things stand for a function: as on AWS (Lambda guide, "Using container images": the folders of its base images). */
export const SEEN_CODE = '/var/task';
const SEEN = { layers: '/opt', temporary: '/tmp' };
export const INTERPRETER_FOLDER = '/var/lang';
export const SEEN_BOOTSTRAPS = '/var/runtime';

/** Folders that are seen where they stand. */
const SYSTEM = /^\/(usr|bin|sbin|lib\w*|nix)\//;

/** What stands for this in a view of its own. */
export function ownView({ version, launch }: Tenant): View {
  return {
    version: {
      ...version,
      codeDirectory: SEEN_CODE,
      ...(version.layerDirectories && { layerDirectories: [SEEN.layers] }),
    },
    launch: launch.kind === 'provided' ? launch : seenLaunch(launch),
    bootstraps: SEEN_BOOTSTRAPS,
    temporaryDirectory: SEEN.temporary,
  };
}

/** What stands there for a path in a version's layers or its code; any other is itself. */
export function seenPath({ codeDirectory, layerDirectories = [] }: FunctionVersion, path: string): string {
  const layer = layerDirectories.find((folder) => path.startsWith(`${folder}/`));
  if (layer !== undefined) return SEEN.layers + path.slice(layer.length);
  return path.startsWith(`${codeDirectory}/`) ? SEEN_CODE + path.slice(codeDirectory.length) : path;
}

export function seenLaunch(launch: ManagedLaunch): ManagedLaunch {
  const { shown, program } = installation(launch.kind, launch.interpreter);
  return shown === '' ? launch : { ...launch, interpreter: join(INTERPRETER_FOLDER, 'bin', program) };
}

/** What has to be shown of this machine so that an interpreter runs: a folder or a file; "" for nothing. */
export function shownInterpreter(launch: Launch): string {
  return launch.kind === 'provided' ? '' : installation(launch.kind, launch.interpreter).shown;
}

function installation(kind: ManagedLaunch['kind'], path: string): { readonly shown: string; readonly program: string } {
  const real = realpathSync(path);
  if (SYSTEM.test(real) && SYSTEM.test(path)) return { shown: '', program: '' };
  // Node.js is one file, which may stand in a folder with anything else.
  if (kind === 'nodejs') return { shown: real, program: 'node' };
  const folder = dirname(dirname(path));
  // A virtual environment whose Python is elsewhere: that Python alone.
  const isWhole = SYSTEM.test(real) || real.startsWith(`${folder}/`);
  const program = isWhole ? path : real;
  return { shown: dirname(dirname(program)), program: basename(program) };
}

/**
 * Layers, the uppermost first, as `furnish.sh` takes them.
 * @param codes the folder that most of them stand in
 */
export function layersArgument(folders: readonly string[] = [], codes: string): string {
  const layers = folders.filter(existsSync);
  if (layers.length === 1) return layers[0] ?? '';
  // Their names there are hexadecimal numbers.
  return layers
    .map((folder) => {
      if (dirname(folder) !== codes) throw new Error(`The layer ${folder} cannot be laid over others.`);
      return basename(folder);
    })
    .reverse()
    .join(':');
}
