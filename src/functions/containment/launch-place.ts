import { type ChildProcess, spawn } from 'node:child_process';
import type { Command } from '../command.ts';
import { LIMITS } from '../limits.ts';
import type { Entrance, Program } from './place.ts';
import { limitsScript, programScript, quoted } from './shell-script.ts';

/** Where the launcher's programs are; the function's own PATH comes later. */
export const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Starts a program in an environment that nobody but itself sees: what leads it there runs with none of it, since variables can change
 * what other programs do, and the shell is told it by standard input, since arguments can be read by others.
 */
export function startInPlace(entrance: Entrance, program: Program): ChildProcess {
  const { withChannel } = program;
  const child = spawnShell(entrance, ['-s', entrance.folder], withChannel);
  const closing = withChannel ? '' : 'exec 3<&-\n';
  // It breaks when the launcher ends before it has read all, which is told by its exit.
  child.stdin?.on('error', () => child.stdin?.destroy());
  const script = `${limitsScript(entrance.ownUser)}\n${closing}${programScript(program)}`;
  const admitted = child.pid === undefined ? undefined : program.admit?.(child.pid);
  if (admitted === undefined) child.stdin?.end(script);
  else {
    // The launcher goes on meanwhile.
    const refuse = (error: unknown) => child.stdin?.end(`echo ${quoted(String(error))} >&2; exit 1\n`);
    admitted.then(() => child.stdin?.end(script), refuse);
  }
  return child;
}

/** Starts a program that is told later, by its standard input, what it is to be. An empty line comes out when its place is made. */
export function startTemplate(
  entrance: Entrance,
  command: Command,
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const exports = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}; `);
  const script = `${limitsScript(entrance.ownUser)}; ${exports.join('')}export SALLYPORT_TEMPLATE=1; echo; exec "$@"`;
  return spawnShell(entrance, ['-c', script, entrance.folder, command.file, ...command.args], true);
}

function spawnShell({ prefix, fds }: Entrance, args: readonly string[], withChannel: boolean): ChildProcess {
  const [file = 'sh', ...rest] = [...prefix, 'sh', ...args];
  return spawn(file, rest, {
    cwd: '/',
    env: { PATH: SYSTEM_PATH },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', withChannel ? 'pipe' : 'ignore', ...fds],
  });
}

/**
 * Waits until the place of what has been started is made: until the first byte comes out, which is taken off.
 * @throws with what the launcher complained of when it ends before
 */
export function placeMade(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const timer = setTimeout(() => {
      complaint = `It took more than ${LIMITS.placeMs} ms.`;
      child.kill('SIGKILL');
    }, LIMITS.placeMs);
    const complain = (text: Buffer) => {
      complaint += text;
    };
    const settle = (work: () => void) => {
      clearTimeout(timer);
      child.stderr?.off('data', complain);
      work();
    };
    child.stderr?.on('data', complain);
    child.stdout?.once('readable', () => {
      if (child.stdout?.read() !== null) settle(resolve);
    });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', () => settle(() => reject(new Error(complaint.trim().split('\n')[0] || 'It ended at once.'))));
  });
}
