import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** How the instances of one runtime are started. */
export type Launch =
  | { readonly kind: 'nodejs'; readonly interpreter: string }
  | { readonly kind: 'python'; readonly interpreter: string }
  /** `provided*`: the function's own `bootstrap` file. */
  | { readonly kind: 'provided' };

/** Those whose interpreter is this machine's. */
export type ManagedLaunch = Exclude<Launch, { readonly kind: 'provided' }>;

type LaunchLookup =
  | { readonly launch: Launch }
  /** One sentence for the user. */
  | { readonly unavailable: string };

export interface InterpreterOptions {
  /** The Node.js that runs every `nodejs*` runtime. */
  readonly nodePath: string;
  /** Where interpreters are looked for, in the form of the variable PATH. */
  readonly searchPath: string;
}

/** Finds the interpreters on this machine; what was found is remembered, what was missing is looked for again. */
export interface Interpreters {
  find(runtime: string): Promise<LaunchLookup>;
}

const run = promisify(execFile);
/** Lambda's oldest Python that is not retired is 3.9; our bootstrap runs from here on. */
const OLDEST_PYTHON_MINOR = 8;
const PYTHON_PROBE = 'import sys; print(sys.version_info[0], sys.version_info[1], sys.executable)';
const PROBE_TIMEOUT_MS = 5_000;

export function createInterpreters(options: InterpreterOptions): Interpreters {
  const found = new Map<string, Launch>();

  return {
    async find(runtime) {
      const known = found.get(runtime);
      if (known !== undefined) return { launch: known };
      const lookup = await look(runtime, options);
      if ('launch' in lookup) found.set(runtime, lookup.launch);
      return lookup;
    },
  };
}

async function look(runtime: string, options: InterpreterOptions): Promise<LaunchLookup> {
  if (/^nodejs(\d+\.\w+)?$/.test(runtime)) return { launch: { kind: 'nodejs', interpreter: options.nodePath } };
  if (/^provided(\.\w+)?$/.test(runtime)) return { launch: { kind: 'provided' } };
  const python = /^python3\.(\d+)$/.exec(runtime);
  if (python !== null) return lookForPython(runtime, options.searchPath);
  return { unavailable: `The runtime ${runtime} cannot run here: only nodejs*, python3.* and provided* can.` };
}

/** The very minor version first, then whichever Python 3 there is. */
async function lookForPython(runtime: string, searchPath: string): Promise<LaunchLookup> {
  for (const name of [runtime, 'python3']) {
    for (const folder of searchPath.split(delimiter)) {
      const interpreter = await probePython(join(folder, name), searchPath);
      if (interpreter !== undefined) return { launch: { kind: 'python', interpreter } };
    }
  }
  return {
    unavailable: `The runtime ${runtime} cannot run here: neither ${runtime} nor python3 (3.${OLDEST_PYTHON_MINOR} or later) was found on the PATH.`,
  };
}

/**
 * Runs a candidate, because a file of the right name may be a shim that fails, and returns the real interpreter behind it,
 * because a shim (pyenv's is a shell script) would be run again at every start of an instance.
 */
async function probePython(candidate: string, searchPath: string): Promise<string | undefined> {
  try {
    await access(candidate, constants.X_OK);
    const options = { env: { PATH: searchPath }, timeout: PROBE_TIMEOUT_MS };
    const { stdout } = await run(candidate, ['-c', PYTHON_PROBE], options);
    const [, major, minor, executable] = /^(\d+) (\d+) (.+)$/m.exec(stdout) ?? [];
    return major === '3' && Number(minor) >= OLDEST_PYTHON_MINOR ? executable : undefined;
  } catch {
    // Not there, not executable, or it failed: no candidate.
    return undefined;
  }
}
