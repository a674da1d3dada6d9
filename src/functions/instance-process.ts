import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { atEndOfTurn } from '../event-loop/index.ts';
import type { LentStreams, UnfinishedLog } from '../model/index.ts';
import type { Command } from './command.ts';
import type { InstanceFailure } from './function-errors.ts';
import { lendHandle, readAgain } from './lending/handles.ts';
import { LIMITS } from './limits.ts';
import { MemoryLook } from './memory-look.ts';
import { readOutput } from './output.ts';
import { exitReason, killGroup, terminate } from './process-group.ts';

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
  /** Hands out the lines that have been written until now. */
  catchUp(): void;
  /** The most memory that the program has had resident; undefined where the system does not tell. */
  peakMemoryBytes(): number | undefined;
  /** What another process needs to speak and listen in our place; undefined when the program has no channel any more. */
  lend(): LentProcess | undefined;
  /** That is over. */
  takeBack(begun: Unfinished): void;
}

/** What has been written and is no whole line yet. */
type Unfinished = Pick<UnfinishedLog, 'stdout' | 'stderr'>;

interface LentProcess {
  /** Of the program. */
  readonly pid: number | undefined;
  readonly streams: LentStreams;
  readonly begun: Unfinished;
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
  const stdout = child.stdout && readOutput(child.stdout, listener.onLine);
  const stderr = child.stderr && readOutput(child.stderr, listener.onLine);
  let isLent = false;
  const channel = channelOf(child);
  let program: number | undefined;
  const findProgram = () => {
    program ??= child.pid === undefined ? undefined : programOf(child.pid);
    return program;
  };
  const memory = new MemoryLook(findProgram);
  const end = (failure: InstanceFailure) => {
    stdout?.end();
    stderr?.end();
    const close = () => {
      for (const stream of [child.stdout, child.stderr, channel]) stream?.destroy();
    };
    // What is on its way to another process must be there until it has left.
    if (isLent) setTimeout(close, LIMITS.handleTransitMs).unref();
    else close();
    listener.onExit(failure);
    memory.close();
  };

  child.once('error', (error: NodeJS.ErrnoException) => {
    // An error of a process that runs is about a signal that could not be sent; its exit still comes.
    if (child.pid === undefined) end({ kind: 'launch', command: command.file, code: error.code ?? error.message });
  });
  child.once('exit', (code, signal) => {
    killChildren(child);
    // What it wrote last is readable now, and has been read when this turn of the event loop is over.
    atEndOfTurn(() => end({ kind: 'exit', reason: exitReason(code, signal) }));
  });

  return {
    pid: child.pid,
    channel,
    kill: () => killChildren(child),
    terminate(graceMs) {
      // Whoever waits for it in its place is left to it.
      const pid = findProgram();
      if (pid !== undefined) terminate(pid, pid === child.pid);
      const timer = setTimeout(killChildren, graceMs, child);
      child.once('exit', () => clearTimeout(timer));
    },
    catchUp() {
      stdout?.catchUp();
      stderr?.catchUp();
    },
    peakMemoryBytes: () => memory.peakBytes(),
    lend() {
      const handle = channel && lendHandle(channel);
      if (handle === undefined) return undefined;
      isLent = true;
      const begun = { stdout: stdout?.take() ?? '', stderr: stderr?.take() ?? '' };
      return {
        pid: findProgram(),
        streams: { channel: handle, stdout: stdout?.lend(), stderr: stderr?.lend() },
        begun,
      };
    },
    takeBack(begun) {
      isLent = false;
      stdout?.takeBack(begun.stdout);
      stderr?.takeBack(begun.stderr);
      if (channel) readAgain(channel);
    },
  };
}

function channelOf(child: ChildProcess): Socket | undefined {
  const stream = child.stdio[CHANNEL_FD];
  return stream instanceof Socket ? stream : undefined;
}

function killChildren(child: ChildProcess) {
  if (child.pid !== undefined) killGroup(child.pid);
}
