import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Command } from './command.ts';
import type { InstanceFailure } from './function-errors.ts';
import { LIMITS } from './limits.ts';
import { lineSplitter } from './line-splitter.ts';
import { exitReason, killGroup, peakMemoryBytes, terminate } from './process-group.ts';

/** What a process tells its instance. */
export interface ProcessListener {
  /** A line that the program or one of its children wrote, without its end. */
  onLine(line: string): void;
  /** It ended, or never started. Called once, after the last line. */
  onExit(failure: InstanceFailure): void;
}

/** The processes of one instance. */
export interface InstanceProcess {
  /** Undefined when it could not be started. */
  readonly pid: number | undefined;
  /** Our end of what the program finds as its file descriptor 3; undefined where it was started without. */
  readonly channel: Socket | undefined;
  /** Ends the program and all that it started; `onExit` follows. */
  kill(): void;
  /** Asks them to end, and ends them when they have not after so long. */
  terminate(graceMs: number): void;
  /** The most memory that the program has had resident; undefined where the system does not tell. */
  peakMemoryBytes(): number | undefined;
}

/** What the program finds its channel as. */
export const CHANNEL_FD = 3;

/**
 * Takes over a process that leads a group and whose output nobody has read.
 * @param programOf tells the program by the number of that process: itself, or a child for which it waits
 */
export function adoptProcess(
  child: ChildProcess,
  command: Command,
  listener: ProcessListener,
  programOf: (pid: number) => number | undefined,
): InstanceProcess {
  const outputs = [child.stdout, child.stderr]
    .filter((stream) => stream !== null)
    .map((stream) => readLines(stream, listener.onLine));
  const channel = channelOf(child);
  const end = (failure: InstanceFailure) => {
    for (const output of outputs) output.end();
    channel?.destroy();
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

  let program: number | undefined;
  let peakBytes: number | undefined;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  /** Looks at most so often: the kernel makes a file of forty lines for it. */
  const peak = (pid: number) => {
    const nowMs = performance.now();
    if (nowMs - lookedAtMs < LIMITS.memoryLookMs) return peakBytes;
    lookedAtMs = nowMs;
    program ??= programOf(pid);
    peakBytes = program === undefined ? undefined : peakMemoryBytes(program);
    return peakBytes;
  };

  return {
    pid: child.pid,
    channel,
    kill: () => killChildren(child),
    terminate(graceMs) {
      // Whoever waits for it in its place is left to it.
      const program = child.pid === undefined ? undefined : programOf(child.pid);
      if (program !== undefined) terminate(program, program === child.pid);
      const timer = setTimeout(killChildren, graceMs, child);
      child.once('exit', () => clearTimeout(timer));
    },
    peakMemoryBytes: () => (child.pid === undefined ? undefined : peak(child.pid)),
  };
}

function channelOf(child: ChildProcess): Socket | undefined {
  const stream = child.stdio[CHANNEL_FD];
  return stream instanceof Socket ? stream : undefined;
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
