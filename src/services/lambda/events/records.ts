import type { Verdict } from './next-step.ts';
import type { QueuedEvent } from './queued-event.ts';

/** The record of an event that a destination gets (Lambda guide, "Adding a destination", its example). */
export function destinationRecord(event: QueuedEvent, verdict: Verdict, nowMs: number) {
  const { requestId, functionArn, payload } = event.execution;
  const result = 'result' in verdict ? verdict.result : undefined;
  const qualified = functionArn.split(':').length > 7 ? functionArn : `${functionArn}:$LATEST`;
  return {
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    requestContext: {
      requestId,
      functionArn: qualified,
      condition: verdict.condition,
      approximateInvokeCount: event.failures + (result === undefined ? 0 : 1),
    },
    requestPayload: jsonOf(payload),
    ...(result?.kind === 'invoked' && {
      responseContext: {
        statusCode: result.statusCode,
        executedVersion: result.executedVersion,
        ...(result.functionError !== undefined && { functionError: result.functionError }),
      },
      responsePayload: jsonOf(result.payload),
    }),
  };
}

export type DestinationRecord = ReturnType<typeof destinationRecord>;

/** Attributes of a dead letter, whose body is the event itself (Lambda guide, "Dead-letter queues"). */
export interface DeadLetter {
  readonly body: string;
  readonly requestId: string;
  /** The HTTP status. */
  readonly errorCode: number;
  /** The first KB of the error message. */
  readonly errorMessage: string;
}

export function deadLetter({ execution }: QueuedEvent, verdict: Verdict): DeadLetter {
  const result = 'result' in verdict ? verdict.result : undefined;
  const { errorCode, message } =
    result?.kind === 'invoked'
      ? { errorCode: 200, message: errorMessage(result.payload) }
      : { errorCode: 429, message: result?.message ?? 'The event was too old to be tried again.' };
  return {
    body: Buffer.from(execution.payload).toString('utf8'),
    requestId: execution.requestId,
    errorCode,
    errorMessage: message.slice(0, 1024),
  };
}

function errorMessage(payload: Uint8Array): string {
  const error = jsonOf(payload);
  const message =
    typeof error === 'object' && error !== null && 'errorMessage' in error ? error.errorMessage : undefined;
  return typeof message === 'string' ? message : '';
}

/** Its text where it is no JSON, as it may be of a function that streams. */
function jsonOf(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
