import { LIMITS } from '../limits.ts';
import type { Program } from './place.ts';

/**
 * The limits that hold for a shell and all that it starts: open files, processes and threads of its user, no core dumps. Shells differ in
 * the letter for processes.
 * @param ownUser whether nobody else is that user, so that processes can be counted by him
 */
export function limitsScript(ownUser: boolean): string {
  const processes = `ulimit -u ${LIMITS.maxProcesses} 2>/dev/null || ulimit -p ${LIMITS.maxProcesses}`;
  return `umask 022; ulimit -n ${LIMITS.maxOpenFiles}; ulimit -c 0${ownUser ? `; ${processes}` : ''}`;
}

/** A name that a shell can export; Lambda's are such (API reference, `Environment`). */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * What a shell is told on its standard input, to become a program in this environment.
 * @throws for what no environment can hold
 */
export function programScript({ command, folder, environment }: Program): string {
  const exports = Object.entries(environment)
    .filter(([name]) => NAME.test(name))
    .map(([name, value]) => `export ${name}=${quoted(value)}`);
  const words = [command.file, ...command.args].map(quoted).join(' ');
  // The folder first: the program's own variables could lead the shell elsewhere.
  return [`cd ${quoted(folder)}`, 'unset OLDPWD', ...exports, `exec ${words} </dev/null`, ''].join('\n');
}

/** A word of a shell, whatever stands in it. */
export function quoted(text: string): string {
  if (text.includes('\0')) throw new Error('A variable holds a null character.');
  return `'${text.replaceAll("'", "'\\''")}'`;
}
