import type { SendHandle } from 'node:child_process';
import type { Readable } from 'node:stream';
import { lendHandle, readAgain } from './lending/handles.ts';
import { LIMITS } from './limits.ts';
import { lineSplitter } from './line-splitter.ts';
import { readPaced } from './pace.ts';

/** What an instance writes, read line by line. */
export interface Output {
  /** Reads now what has been written until now. */
  catchUp(): void;
  /** Stops; gives what has been written and is no whole line yet. */
  take(): string;
  /** What another process needs to go on, after `take`. */
  lend(): SendHandle | undefined;
  /** Goes on where the other process has stopped. */
  takeBack(begun: string): void;
  /** Nobody writes any more. */
  end(): void;
}

/** @param begun of the first line, read by another process */
export function readOutput(stream: Readable, onLine: (line: string) => void, begun = ''): Output {
  let lines = lineSplitter(LIMITS.maxLogLineLength, onLine, begun);
  const read = (chunk: Buffer) => chunk.length + LIMITS.outputLineBytes * lines.push(chunk);
  const paced = readPaced(stream, LIMITS.outputBytesPerSecond, read);
  // A grandchild that left the group can keep the pipe open, or break it, as long as it likes.
  stream.on('error', () => stream.destroy());
  return {
    catchUp: paced.catchUp,
    take() {
      paced.stop();
      return lines.take();
    },
    lend: () => lendHandle(stream),
    takeBack(text) {
      lines = lineSplitter(LIMITS.maxLogLineLength, onLine, text);
      readAgain(stream);
      paced.resume();
    },
    end() {
      paced.stop();
      lines.flush();
    },
  };
}
