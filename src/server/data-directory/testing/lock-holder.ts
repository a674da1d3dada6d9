/**
 * Locks the data directory that it is given, says so on a line, and holds it until its standard input ends. With
 * `with-child` it first starts a process that lives on without it, and says its number.
 */
import { spawn } from 'node:child_process';
import { layoutOf } from '../layout.ts';
import { lockDirectory } from '../lock.ts';

const [, , path = '', option] = process.argv;
try {
  const lock = lockDirectory(layoutOf(path));
  process.stdout.write(`locked${option === 'with-child' ? ` ${startChild()}` : ''}\n`);
  process.stdin.resume().once('end', () => lock.release());
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
}

function startChild(): number | undefined {
  return spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 20_000)'], { stdio: 'ignore' }).pid;
}
