import type { CompileScope } from '../../method/index.ts';

/** What holds an answer that streams (fact D71). */
export interface StreamPace {
  /** The longest pause in it. */
  readonly idleMs: number;
  /** So much of it goes as fast as it can; the rest at `bytesPerSecond`. */
  readonly fullSpeedBytes: number;
  readonly bytesPerSecond: number;
}

export function streamPace({ limits, facts }: CompileScope): StreamPace {
  return {
    idleMs: limits.streamIdleMs[facts.endpointType],
    fullSpeedBytes: limits.streamFullSpeedBytes,
    bytesPerSecond: limits.streamBytesPerSecond,
  };
}
