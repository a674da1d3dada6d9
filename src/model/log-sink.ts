import type { LogRecords } from './log-store.ts';
import type { Scope } from './scope.ts';

/** What an event is about, as far as that is known. Read, if at all, when the event is appended. */
export interface LogSource {
  readonly requestId?: string;
  /** As `X-Amzn-Trace-Id` has it; its parent is the span that the event belongs to. */
  readonly traceId?: string | undefined;
}

/** A line of a log group (CloudWatch Logs, `InputLogEvent`). */
export interface LogEvent {
  /** Where the group is. The same object for all events of one source, so that it can be told by identity. */
  readonly scope: Scope;
  readonly logGroup: string;
  /** Opaque; who writes a stream, writes it alone. */
  readonly logStream: string;
  /** Whole milliseconds since the epoch. */
  readonly timestamp: number;
  /** May have line breaks in it. */
  readonly message: string;
  readonly source?: LogSource;
  /** Set where whoever writes it knows that something failed. */
  readonly isError?: boolean;
}

/** An event on its way to other systems, with all that is known of it. */
export interface ExportedLog extends Omit<LogEvent, 'source'>, LogSource {}

/** Where execution logs, access logs and logs of functions go. It never fails whoever writes: what it cannot keep is lost, and the operator is told. */
export interface LogSink {
  append(event: LogEvent): void;
}

/** Where access logs go that are delivered elsewhere. As a `LogSink` it never fails whoever writes. */
export interface DeliverySink {
  /** @param streamArn of a Firehose stream @param line without its end */
  deliver(streamArn: string, line: string): void;
}

/** Events of one stream on their way from one process to another. */
export interface LogBatch {
  readonly scope: Scope;
  readonly logGroup: string;
  readonly logStream: string;
  readonly records: LogRecords;
}
