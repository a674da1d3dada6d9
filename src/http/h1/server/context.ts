import type { DateLine, RequestHeadReader } from '../codec/index.ts';
import type { DeadlineWheel } from '../timers/index.ts';
import type { H1Exchange } from './exchange.ts';
import type { ServerLimits } from './limits.ts';

/** A connection as the server that closes sees it. */
export interface Drainable {
  /** Leave now, or after one more request if the connection was just used. */
  drain(): void;
  breakOff(): void;
}

/** What all connections of one server share. */
export interface ServerContext {
  readonly limits: ServerLimits;
  readonly wheel: DeadlineWheel;
  readonly dateLine: DateLine;
  /** Reads the heads that come whole: nearly all. */
  readonly reader: RequestHeadReader;
  readonly connections: Set<Drainable>;
  /** The server closes: every response says so. */
  draining: boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  onExchange(exchange: H1Exchange): void;
}
