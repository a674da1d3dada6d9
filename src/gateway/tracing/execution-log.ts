import { logDate } from './log-date.ts';
import { dumpBody, dumpHeaders, dumpMap } from './log-dump.ts';
import type { TimedEvent, TraceEvent } from './trace.ts';

/** Frames the body and is no header of the method's (fact D13). */
const NOT_OF_THE_METHOD = new Set(['content-length', 'transfer-encoding']);

type EventOf<Kind extends TraceEvent['kind']> = Extract<TraceEvent, { kind: Kind }>;

/**
 * Renders a trace as the log of AWS's method test: lines, order and texts as recorded there (telemetry E.3), each with its
 * date, the last one with its line end. What AWS masks is masked.
 * @param passed the body of an answer that passed through, where it is known by now
 */
export function executionLog(requestId: string, events: readonly TimedEvent[], passed?: Uint8Array): string {
  const lines = [`Execution log for request ${requestId}`];
  const { requestBody, answer = passed } = bodiesOf(events);
  let integrationStartedAtMs = 0;
  for (const { atMs, event } of events) {
    if (event.kind === 'integrationRequest') integrationStartedAtMs = atMs;
    const latencyMs = atMs - integrationStartedAtMs;
    const texts = textsOf(event, { requestBody, answer }, latencyMs);
    lines.push(...texts.map((text) => `${logDate(atMs)} : ${text}`));
  }
  return `${lines.join('\n')}\n`;
}

/** What bodies stand for that pass through as they come in. */
interface Bodies {
  readonly requestBody: Uint8Array | undefined;
  readonly answer: Uint8Array | undefined;
}

function bodiesOf(events: readonly TimedEvent[]): Bodies {
  let bodies: Bodies = { requestBody: undefined, answer: undefined };
  for (const { event } of events) {
    if (event.kind === 'requestBody') bodies = { ...bodies, requestBody: event.body };
    if (event.kind === 'answered') bodies = { ...bodies, answer: event.body };
  }
  return bodies;
}

function textsOf(event: TraceEvent, { requestBody, answer }: Bodies, latencyMs: number): readonly string[] {
  switch (event.kind) {
    case 'routed':
      return [
        `Starting execution for request: ${event.requestId}`,
        `HTTP Method: ${event.httpMethod}, Resource Path: ${event.path}`,
        `Method request path: ${dumpMap(Object.entries(event.pathParameters))}`,
        `Method request query string: ${dumpMap(event.query)}`,
        `Method request headers: ${dumpHeaders(event.headers, NOT_OF_THE_METHOD)}`,
        `Method request body before transformations: ${dumpBody(requestBody)}`,
      ];
    case 'integrationRequest':
      return [
        `Endpoint request URI: ${event.uri}`,
        `Endpoint request headers: ${dumpHeaders(event.headers)}`,
        `Endpoint request body after transformations: ${dumpBody(event.body ?? requestBody)}`,
        `Sending request to ${event.uri}`,
      ];
    case 'integrationResponse':
      return [
        `Received response. Status: ${event.status}, Integration latency: ${Math.round(latencyMs)} ms`,
        `Endpoint response headers: ${dumpHeaders(event.headers)}`,
        // A body that passes through is the method's own.
        `Endpoint response body before transformations: ${dumpBody(event.body ?? answer)}`,
      ];
    case 'failed':
      return [...(event.failure.detail?.split('\n') ?? []), completed(event.status)];
    case 'answered':
      return answered(event, event.body ?? answer);
    default:
      return [];
  }
}

function answered({ status, headers }: EventOf<'answered'>, body: Uint8Array | undefined): readonly string[] {
  return [
    `Method response body after transformations: ${dumpBody(body)}`,
    `Method response headers: ${dumpHeaders(headers)}`,
    'Successfully completed execution',
    completed(status),
  ];
}

function completed(status: number): string {
  return `Method completed with status: ${status}`;
}
