/** A line of a log group (CloudWatch Logs, `InputLogEvent`). */
export interface LogEvent {
  readonly logGroup: string;
  /** Opaque; who writes a stream, writes it alone. */
  readonly logStream: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  /** May have line breaks in it. */
  readonly message: string;
}

/** Where execution and access logs go. It never fails whoever writes: what it cannot keep is lost, and the operator is told. */
export interface LogSink {
  append(event: LogEvent): void;
}
