import type { ExecutionRequest } from '../../../model/index.ts';

/** An accepted asynchronous invocation. */
export interface QueuedEvent {
  readonly execution: ExecutionRequest & { readonly requestId: string };
  /** Milliseconds since the epoch. */
  readonly queuedAtMs: number;
  /** Attempts in which the function failed. */
  readonly failures: number;
  /** Attempts in which it could not be run, since the last in which it could. */
  readonly throttles: number;
}

/** How an event is written down: one line of JSON. */
interface EventLine {
  readonly id: string;
  readonly arn: string;
  readonly at: number;
  readonly failures: number;
  /** Base64. */
  readonly payload: string;
  readonly trace?: string;
  readonly context?: string;
}

export function toLine({ execution, queuedAtMs, failures }: QueuedEvent): string {
  const { requestId, functionArn, payload, traceId, clientContext } = execution;
  const line: EventLine = {
    id: requestId,
    arn: functionArn,
    at: queuedAtMs,
    failures,
    payload: Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('base64'),
    ...(traceId !== undefined && { trace: traceId }),
    ...(clientContext !== undefined && { context: clientContext }),
  };
  return JSON.stringify(line);
}

/** Undefined for a line that is none: a crash can tear the last one, which nobody was told of. */
export function fromLine(text: string): QueuedEvent | undefined {
  const line = parseLine(text);
  if (line === undefined) return undefined;
  return {
    execution: {
      requestId: line.id,
      functionArn: line.arn,
      payload: Buffer.from(line.payload, 'base64'),
      ...(line.trace !== undefined && { traceId: line.trace }),
      ...(line.context !== undefined && { clientContext: line.context }),
    },
    queuedAtMs: line.at,
    failures: line.failures,
    throttles: 0,
  };
}

function parseLine(text: string): EventLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const line = value as EventLine;
    const isWhole =
      typeof line.id === 'string' &&
      typeof line.arn === 'string' &&
      typeof line.payload === 'string' &&
      Number.isFinite(line.at) &&
      Number.isInteger(line.failures);
    return isWhole ? line : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
