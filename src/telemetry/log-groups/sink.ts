import type { LogEvent, LogSink } from '../../model/index.ts';
import { escaped } from '../json-text.ts';

export interface ClosableSink extends LogSink {
  /** Writes what has been gathered. */
  close(): void;
}

/** An event as a line of JSON, in ASCII. */
export function lineOf(event: LogEvent): string {
  return lineAt(placeOf(event.logGroup, event.logStream), event);
}

/** The same, with what does not change from event to event put together before. */
export function lineAt(place: string, { timestamp, message }: LogEvent): string {
  return `{"timestamp":${timestamp}${place}${escaped(message)}"}\n`;
}

export function placeOf(logGroup: string, logStream: string): string {
  return `,"logGroup":"${escaped(logGroup)}","logStream":"${escaped(logStream)}","message":"`;
}
