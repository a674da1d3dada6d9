import { firstHeader } from '../../text/index.ts';
import type { KeptBody, RoutedEvent, TimedEvent } from '../trace.ts';
import { authorizerLines } from './authorizer-lines.ts';
import { bodiesOf } from './bodies.ts';
import { failureLines } from './failure-lines.ts';
import { cut, type ExecutionLine, type Grade } from './line.ts';
import type { LoggedRequest } from './logged-request.ts';
import { completed, methodLines, startLines } from './method-lines.ts';
import { planCheckFailed, usageLines } from './usage-lines.ts';

/** Before these a request has not come as far as its method's execution. */
const BEFORE_EXECUTION = new Set(['VPC endpoint policy', 'authorization', 'API key', 'throttle']);

/**
 * Renders a trace as the lines of AWS's execution log: texts and order as recorded there (telemetry E.3).
 * @param request what the log of a stage names besides; undefined for a method's test, whose log has none of it
 * @param passed the body of an answer that passed through, where it is known by now
 */
export function executionLines(
  requestId: string,
  events: readonly TimedEvent[],
  request: LoggedRequest | undefined,
  passed?: KeptBody,
): readonly ExecutionLine[] {
  const lines: ExecutionLine[] = [];
  const bodies = bodiesOf(events, passed);
  let routed: RoutedEvent | undefined;
  let isChecked = request === undefined;
  let isStarted = false;
  let calledAtMs = 0;

  const add = (atMs: number, all: readonly (readonly [Grade, string])[]): void => {
    for (const [grade, text] of all) lines.push({ atMs, grade, text: cut(text) });
  };
  const check = (atMs: number): void => {
    if (request === undefined || isChecked) return;
    isChecked = true;
    const grade = planCheckFailed(events) ? 'error' : 'info';
    add(
      atMs,
      usageLines(request, events).map((text, at, all) => [at === all.length - 1 ? grade : 'info', text]),
    );
  };
  const start = (atMs: number): void => {
    if (routed === undefined || isStarted) return;
    check(atMs);
    isStarted = true;
    add(atMs, startLines(routed, bodies));
  };

  for (const timed of events) {
    const { atMs, event } = timed;
    switch (event.kind) {
      case 'routed':
        routed = event;
        if (request !== undefined) add(atMs, [['info', `Extended Request Id: ${request.extendedRequestId}`]]);
        break;
      case 'guarded':
        if (event.failure === undefined) break;
        if (event.phase !== 'authorization' && event.phase !== 'VPC endpoint policy') check(atMs);
        if (!BEFORE_EXECUTION.has(event.phase)) start(atMs);
        break;
      case 'failed':
        if (!wasKeptOut(events)) start(atMs);
        add(
          atMs,
          failureLines(event.failure, request, events).map((text) => ['error', text]),
        );
        // Of an authorizer alone that is tested, no method completes.
        if (routed !== undefined) add(atMs, [['error', completed(event)]]);
        break;
      case 'integrationRequest':
        calledAtMs = atMs;
        break;
      default:
    }
    if (isOfTheMethod(timed)) start(atMs);
    add(atMs, [...authorizerLines(timed, requestId), ...methodLines(timed, bodies, atMs - calledAtMs)]);
  }
  const endpointId = request && endpointRequestId(events);
  if (endpointId !== undefined)
    add(events.at(-1)?.atMs ?? 0, [['info', `AWS Integration Endpoint RequestId : ${endpointId}`]]);
  return lines;
}

/** What an AWS service called the request that it was sent: the last line but one of recorded logs. */
function endpointRequestId(events: readonly TimedEvent[]): string | undefined {
  const answer = events.map(({ event }) => event).findLast((event) => event.kind === 'integrationResponse');
  if (answer === undefined) return undefined;
  return firstHeader(answer.headers, 'x-amzn-requestid') ?? firstHeader(answer.headers, 'x-amz-request-id');
}

function isOfTheMethod({ event }: TimedEvent): boolean {
  return ['requestBody', 'cache', 'rendered', 'integrationRequest', 'selected', 'answered'].includes(event.kind);
}

/** Whether a phase before the method's execution has ended the request, or routing has. */
function wasKeptOut(events: readonly TimedEvent[]): boolean {
  return events.some(
    ({ event }) =>
      (event.kind === 'guarded' && event.failure !== undefined && BEFORE_EXECUTION.has(event.phase)) ||
      (event.kind === 'routed' && event.method === undefined),
  );
}
