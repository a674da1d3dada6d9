import type { RequestObserver, ServedRequest, ServedStage } from '../../model/index.ts';
import { BATCH_BYTES, LogFile, type Warn } from '../log-file/index.ts';
import { compileLineFormat, type LineFormat } from './line-format.ts';

/** Lines become bytes together when they are this long: each time costs as much as a third of a line. */
const LINES_LENGTH = 8_192;

export interface AccessLog {
  /** The observer that writes the lines of a stage; undefined stands for requests that name none. */
  observe(stage: ServedStage | undefined): RequestObserver;
  /** Writes what has been gathered, and closes the file. */
  close(): void;
}

/**
 * Opens the access log of this process. Lines are put together when the event loop has served all that had come, one after
 * the other: between two requests the same work takes more than twice as long, because serving a request leaves nothing
 * of it in the processor's caches.
 * @throws the system's error (`ENOENT`, `EACCES`, ...) when the file cannot be appended to
 */
export function openAccessLog(path: string, warn: Warn): AccessLog {
  const terms = { subject: 'The access log', batchBytes: BATCH_BYTES, maxBytes: Number.POSITIVE_INFINITY };
  const file = new LogFile(path, warn, terms);
  const requests: ServedRequest[] = [];
  const formats: LineFormat[] = [];
  const write = (): void => {
    let lines = '';
    for (let place = 0; place < requests.length; place++) {
      lines += (formats[place] as LineFormat)(requests[place] as ServedRequest);
      if (lines.length < LINES_LENGTH) continue;
      file.append(lines);
      lines = '';
    }
    if (lines !== '') file.append(lines);
    requests.length = 0;
    formats.length = 0;
  };
  return {
    observe(stage) {
      const format = compileLineFormat(stage);
      return (request) => {
        if (requests.length === 0) setImmediate(write);
        requests.push(request);
        formats.push(format);
      };
    },
    close() {
      write();
      file.close();
    },
  };
}
