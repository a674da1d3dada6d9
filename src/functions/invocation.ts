import type { StreamEnd } from '../model/index.ts';
import type { RuntimeEvent } from './runtime-api.ts';

/** One invocation on its way to an instance. */
export interface Invocation extends Omit<RuntimeEvent, 'deadlineMs'> {
  /** Whether the caller takes an answer piece by piece. One that waits for the whole of it gets it so, however it is sent. */
  readonly streams: boolean;
}

export interface WholeOutcome {
  readonly kind: 'whole';
  readonly payload: Uint8Array;
  readonly functionError?: 'Unhandled' | undefined;
  readonly logTail: string;
}

/** An answer that has begun. */
export interface StreamOutcome {
  readonly kind: 'stream';
  readonly contentType: string;
  readonly body: AsyncIterator<Uint8Array, StreamEnd>;
  /** Resolves when the function has ended its answer, or was ended itself. */
  readonly ended: Promise<void>;
}

export type InvocationOutcome = WholeOutcome | StreamOutcome;
