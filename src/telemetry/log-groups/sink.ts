import type { LogEvent, LogSink } from '../../model/index.ts';
import { escaped } from '../json-text.ts';

export interface ClosableSink extends LogSink {
  /** Writes what has been gathered. */
  close(): void;
}

/** An event as a line of JSON, in ASCII. */
export function lineOf({ timestamp, logGroup, logStream, message }: LogEvent): string {
  return `{"timestamp":${timestamp},"logGroup":"${escaped(logGroup)}","logStream":"${escaped(logStream)}","message":"${escaped(message)}"}\n`;
}
