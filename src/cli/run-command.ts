import { availableParallelism, homedir } from 'node:os';
import { StartError } from '../server/index.ts';
import type { CommandIo } from './command-io.ts';
import { endWithReader } from './gone-reader.ts';

/** Runs the command with the real surroundings and ends the process with its exit code, 0 or 1. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const io: CommandIo = {
    environment: process.env,
    homeDirectory: homedir(),
    processors: availableParallelism(),
    print: (text) => process.stdout.write(text),
  };
  try {
    process.exitCode = await dispatch(args, io);
  } catch (error) {
    // Anything but a StartError is a defect of ours, and its stack says where.
    process.stderr.write(`${error instanceof StartError ? error.message : inspectable(error)}\n`);
    process.exitCode = 1;
  }
}

async function dispatch(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'start' && !rest.includes('--help') && !rest.includes('-h')) {
    // Not through commander, which costs a start 12 ms and 2.4 MB and has nothing to do here.
    const { startCommand } = await import('./start-command.ts');
    await startCommand(rest, io);
    return 0;
  }
  endWithReader();
  const { runProgram } = await import('./program.ts');
  return runProgram(args, io);
}

function inspectable(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
