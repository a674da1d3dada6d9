import { type Exchange, FieldLines } from '../../http/index.ts';
import type { GatewayFailure, RenderedFailure } from '../gateway-responses/index.ts';
import { configurationError, type MethodOutcome, type MethodResponse } from '../method/index.ts';
import type { Trace } from '../tracing/index.ts';
import { Answered } from './answered.ts';
import { CountedBody } from './counted-body.ts';
import { EXTENDED_REQUEST_ID, REQUEST_ID } from './id-fields.ts';

/** A request as its response sees it. */
export interface Answerable {
  /** The ids that every answer carries (fact D18). */
  readonly requestId: string;
  readonly extendedRequestId: string;
  /** A failure as the client shall see it. */
  renderFailure(failure: GatewayFailure): RenderedFailure;
  /** Undefined for a request that nobody looks into. */
  readonly trace: Trace | undefined;
  /** Told once, when the response has been given to the connection whole, or is known never to be. */
  answered(status: number, responseLength: number): void;
  /** Told when the first bytes of an answer that streams are there. */
  contentBegan?(): void;
  /** Told why the request failed, where there is something to tell an operator. */
  report(detail: string): void;
}

/** The status that is recorded for a client that did not wait for its answer (as nginx records it). */
const CLIENT_GONE = 499;

/** Puts the ids that every answer of an API carries to its header fields. */
export type AddIds = (headers: readonly string[] | FieldLines, ids: Answerable) => readonly string[] | FieldLines;

/** The last phase: sends what a request came to. Never throws. */
export function sendOutcome(
  exchange: Exchange,
  request: Answerable,
  outcome: MethodOutcome,
  addIds: AddIds = withIds,
): void {
  if (outcome.kind === 'abandoned') {
    exchange.abandon();
    request.answered(CLIENT_GONE, 0);
    return;
  }
  try {
    if (outcome.kind === 'response') sendResponse(exchange, request, outcome, addIds);
    else sendFailure(exchange, request, outcome, addIds);
  } catch (error) {
    sendInstead(exchange, request, error, addIds);
  }
}

function sendResponse(
  exchange: Exchange,
  request: Answerable,
  { status, headers, body, streamed }: MethodResponse,
  addIds: AddIds,
): void {
  request.trace?.record(new Answered(status, headers, body));
  const fields = addIds(headers, request);
  if (body instanceof Uint8Array) {
    exchange.respond(status, fields, body);
    request.answered(status, body.length);
  } else {
    // When a body that goes out as it comes in has ended, its length and the time it took are known.
    const onFirst = streamed === true ? () => request.contentBegan?.() : undefined;
    exchange.respond(status, fields, new CountedBody(body, (bytes) => request.answered(status, bytes), onFirst));
  }
}

/** After an answer that could not be sent, for a header that cannot stand in a message: the client can still be told. */
function sendInstead(exchange: Exchange, request: Answerable, error: unknown, addIds: AddIds): void {
  const reason = error instanceof Error ? error.message : String(error);
  try {
    sendFailure(exchange, request, configurationError(`The response cannot be sent: ${reason}`), addIds);
  } catch (second) {
    request.report(`A request could not be answered: ${reason}; ${String(second)}`);
  }
}

function sendFailure(exchange: Exchange, request: Answerable, failure: GatewayFailure, addIds: AddIds): void {
  if (failure.detail !== undefined) request.report(failure.detail);
  const { status, headers, body } = request.renderFailure(failure);
  request.trace?.record({ kind: 'failed', failure, status, headers, body });
  exchange.respond(status, addIds(headers, request), body);
  request.answered(status, body.length);
}

function withIds(headers: readonly string[] | FieldLines, ids: Answerable): readonly string[] | FieldLines {
  if (!(headers instanceof FieldLines)) {
    return [...headers, REQUEST_ID.text, ids.requestId, EXTENDED_REQUEST_ID.text, ids.extendedRequestId];
  }
  headers.pass(REQUEST_ID, ids.requestId);
  headers.pass(EXTENDED_REQUEST_ID, ids.extendedRequestId);
  return headers;
}
