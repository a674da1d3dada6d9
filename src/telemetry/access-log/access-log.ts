import type { RequestObserver, ServedStage } from '../../model/index.ts';
import { compileLineFormat } from './line-format.ts';
import { LogFile, type Warn } from './log-file.ts';

export interface AccessLog {
  /** The observer that writes the lines of a stage; undefined stands for requests that name none. */
  observe(stage: ServedStage | undefined): RequestObserver;
  /** Writes what has been gathered, and closes the file. */
  close(): void;
}

/**
 * Opens the access log of this process.
 * @throws the system's error (`ENOENT`, `EACCES`, ...) when the file cannot be appended to
 */
export function openAccessLog(path: string, warn: Warn): AccessLog {
  const file = new LogFile(path, warn);
  return {
    observe(stage) {
      const format = compileLineFormat(stage);
      return (request) => file.append(format(request));
    },
    close: () => file.close(),
  };
}
