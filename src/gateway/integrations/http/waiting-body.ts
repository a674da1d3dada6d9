import type { UpstreamResponse } from '../../../http/index.ts';
import { MAX_PAYLOAD_BYTES } from '../../limits.ts';
import type { WaitingBody } from '../../pipeline/integration-response.ts';
import type { Trace } from '../../tracing/index.ts';
import { passBody, type Verbs } from './response-body.ts';

/**
 * A backend's body that integration responses gather, pass on or give up.
 * @param trace is told of the response, with what is known of the body by then
 */
export function waitingBody(
  response: UpstreamResponse,
  verbs: Verbs,
  limitBytes: number,
  trace: Trace | undefined,
): WaitingBody {
  const tell = (body: unknown): void =>
    trace?.record({
      kind: 'integrationResponse',
      status: response.status,
      headers: response.headers,
      body: body instanceof Uint8Array ? body : undefined,
    });
  return {
    async gather() {
      const body = await response.readBody(verbs.backend === 'HEAD' ? 0 : MAX_PAYLOAD_BYTES);
      tell(body);
      return body;
    },
    discard() {
      tell(undefined);
      response.discard();
    },
    async pass() {
      const { body, contentLength } = await passBody(response, verbs, limitBytes);
      tell(body);
      return { body, headers: contentLength === undefined ? [] : ['Content-Length', String(contentLength)] };
    },
  };
}
