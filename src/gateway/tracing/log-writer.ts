import type { LogSource } from '../../model/index.ts';

/**
 * Writes an event of a log group, in the stream of this process.
 * @param timestamp milliseconds since the epoch
 * @param source the request that it is about
 * @param isError whether it tells of a failure of this side
 */
export type LogWriter = (
  logGroup: string,
  timestamp: number,
  message: string,
  source: LogSource,
  isError: boolean,
) => void;
