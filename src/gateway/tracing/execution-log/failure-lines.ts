import { type GatewayFailure, messageOf } from '../../gateway-responses/render.ts';
import type { TimedEvent } from '../trace.ts';
import type { LoggedRequest } from './logged-request.ts';
import { exceededLine, planCheckFailed } from './usage-lines.ts';

/**
 * Why a request ended, in AWS's words where its logs or users' posts show them; else in those that the client gets.
 * @param request undefined for a method's test
 */
export function failureLines(
  failure: GatewayFailure,
  request: LoggedRequest | undefined,
  events: readonly TimedEvent[],
): readonly string[] {
  if (failure.detail !== undefined) return failure.detail.split('\n');
  if (request !== undefined) {
    // The check of keys and plans has said it already.
    if (planCheckFailed(events)) return [];
    const throttle = events.map(({ event }) => event).findLast((event) => event.kind === 'throttle');
    if (failure.type === 'THROTTLED' && throttle !== undefined) return [exceededLine(throttle, request)];
    if (failure.type === 'UNAUTHORIZED') return [`Unauthorized request: ${request.requestId}`];
    if (failure.type === 'ACCESS_DENIED') return ['The client is not authorized to perform this operation.'];
  }
  if (failure.validationError !== undefined)
    return [`Request body does not match model schema: ${failure.validationError}`];
  return [messageOf(failure) ?? failure.type];
}
