import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { Warn } from '../log-file/index.ts';
import { type ClosableSink, lineOf } from './sink.ts';

const STDOUT = 1;

/**
 * Writes the events of all log groups to standard output, those of one turn together. A reader that does not keep up costs
 * events and nothing else: where the system lets it, the output is opened anew so that writing never waits.
 */
export function createStdoutSink(warn: Warn): ClosableSink {
  const file = openWithoutWaiting();
  let waiting = '';
  let isFailing = false;
  /** The last write ended within a line. */
  let isTorn = false;
  const write = (): void => {
    if (waiting === '') return;
    const lines = isTorn ? `\n${waiting}` : waiting;
    waiting = '';
    try {
      const written = writeSync(file, lines, undefined, 'latin1');
      if (written > 0) isTorn = lines[written - 1] !== '\n';
      if (written < lines.length) throw new Error('It took only a part of what was written.');
      isFailing = false;
    } catch (error) {
      if (!isFailing) warn('Standard output takes no more log events; some are lost.', { error: String(error) });
      isFailing = true;
    }
  };
  return {
    append(event) {
      if (waiting === '') setImmediate(write);
      waiting += lineOf(event);
    },
    close() {
      write();
      if (file !== STDOUT) closeSync(file);
    },
  };
}

/** A socket cannot be opened anew, nor can somebody else's pipe: then writing may wait. */
function openWithoutWaiting(): number {
  try {
    return openSync('/proc/self/fd/1', constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK);
  } catch {
    return STDOUT;
  }
}
