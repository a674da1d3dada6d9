/**
 * Writes an event of a log group, in the stream of this process.
 * @param timestamp milliseconds since the epoch
 */
export type LogWriter = (logGroup: string, timestamp: number, message: string) => void;
