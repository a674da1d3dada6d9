import type { UpstreamResponse } from '../../../http/index.ts';
import type { MethodOutcome, MethodRequest } from '../../method/index.ts';
import type { IntegrationResponseMapping } from '../../pipeline/integration-response.ts';
import { callFailure } from './call.ts';
import { waitingBody } from './waiting-body.ts';

/**
 * The method's answer to what a backend of a non-proxy integration answered over HTTP, with the trace id (fact D18).
 * @param verb the one that the backend got
 * @param limitBytes the largest body that passes through
 */
export async function mappedAnswer(
  response: UpstreamResponse,
  verb: string,
  request: MethodRequest,
  respond: IntegrationResponseMapping,
  limitBytes: number,
): Promise<MethodOutcome> {
  const verbs = { backend: verb, client: request.exchange.method };
  const body = waitingBody(response, verbs, limitBytes, request.context.trace);
  try {
    const outcome = await respond(
      { selectionValue: String(response.status), headers: response.headers, body },
      request,
    );
    if (outcome.kind !== 'response') return outcome;
    return { ...outcome, headers: [...outcome.headers, 'X-Amzn-Trace-Id', request.context.traceId] };
  } catch (error) {
    return callFailure(error);
  }
}
