import type { Exchange } from '../../http/index.ts';
import { type GatewayFailure, renderFailure } from '../gateway-responses/index.ts';
import { configurationError, type MethodOutcome } from '../method/index.ts';

/** The ids that every answer carries (fact D18). */
export interface ResponseIds {
  readonly requestId: string;
  readonly extendedRequestId: string;
}

/**
 * The last phase: sends what a request came to. Never throws.
 * @param report told why a request failed, where there is something to tell an operator
 */
export function sendOutcome(
  exchange: Exchange,
  ids: ResponseIds,
  outcome: MethodOutcome,
  report: (detail: string) => void,
): void {
  if (outcome.kind === 'abandoned') return;
  try {
    if (outcome.kind === 'response') exchange.respond(outcome.status, withIds(outcome.headers, ids), outcome.body);
    else sendFailure(exchange, ids, outcome, report);
  } catch (error) {
    sendInstead(exchange, ids, error, report);
  }
}

/** After an answer that could not be sent, for a header that cannot stand in a message: the client can still be told. */
function sendInstead(exchange: Exchange, ids: ResponseIds, error: unknown, report: (detail: string) => void): void {
  const reason = error instanceof Error ? error.message : String(error);
  try {
    sendFailure(exchange, ids, configurationError(`The response cannot be sent: ${reason}`), report);
  } catch (second) {
    report(`A request could not be answered: ${reason}; ${String(second)}`);
  }
}

function sendFailure(
  exchange: Exchange,
  ids: ResponseIds,
  failure: GatewayFailure,
  report: (detail: string) => void,
): void {
  if (failure.detail !== undefined) report(failure.detail);
  const { status, headers, body } = renderFailure(failure);
  exchange.respond(status, withIds(headers, ids), body);
}

function withIds(headers: readonly string[], ids: ResponseIds): string[] {
  return [...headers, 'x-amzn-RequestId', ids.requestId, 'x-amz-apigw-id', ids.extendedRequestId];
}
