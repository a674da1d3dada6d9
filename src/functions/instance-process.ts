import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Command } from './command.ts';
import type { InstanceFailure } from './function-errors.ts';
import { LIMITS } from './limits.ts';
import { lineSplitter } from './line-splitter.ts';
import { exitReason, killGroup, peakMemoryBytes } from './process-group.ts';

/** What a process tells its instance. */
export interface ProcessListener {
  /** A line that the program or one of its children wrote, without its end. */
  onLine(line: string): void;
  /** It ended, or never started. Called once, after the last line. */
  onExit(failure: InstanceFailure): void;
}

/** The processes of one instance. */
export interface InstanceProcess {
  /** Ends the program and all that it started; `onExit` follows. */
  kill(): void;
  /** The most memory that the program has had resident; undefined where the system does not tell. */
  peakMemoryBytes(): number | undefined;
}

/** Starts the program in a process group of its own, with exactly this environment. */
export function startProcess(
  command: Command,
  folder: string,
  environment: Readonly<Record<string, string>>,
  listener: ProcessListener,
): InstanceProcess {
  const child = spawn(command.file, command.args, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const outputs = [child.stdout, child.stderr].map((stream) => readLines(stream, listener.onLine));
  const end = (failure: InstanceFailure) => {
    for (const output of outputs) output.end();
    listener.onExit(failure);
  };

  child.once('error', (error: NodeJS.ErrnoException) => {
    // An error of a process that runs is about a signal that could not be sent; its exit still comes.
    if (child.pid === undefined) end({ kind: 'launch', command: command.file, code: error.code ?? error.message });
  });
  child.once('exit', (code, signal) => {
    killChildren(child);
    // What it wrote last is readable now, and has been read when this turn of the event loop is over.
    setImmediate(end, { kind: 'exit', reason: exitReason(code, signal) });
  });

  return {
    kill: () => killChildren(child),
    peakMemoryBytes: () => (child.pid === undefined ? undefined : peakMemoryBytes(child.pid)),
  };
}

function killChildren(child: ChildProcess) {
  if (child.pid !== undefined) killGroup(child.pid);
}

function readLines(stream: Readable, onLine: (line: string) => void) {
  const lines = lineSplitter(LIMITS.maxLogLineLength, onLine);
  stream.on('data', lines.push);
  // A grandchild that left the group can keep the pipe open, or break it, as long as it likes.
  stream.on('error', () => stream.destroy());
  return {
    end() {
      lines.flush();
      stream.destroy();
    },
  };
}
