import type { UpstreamResponse } from '../../../http/index.ts';
import { MAX_PAYLOAD_BYTES } from '../../limits.ts';
import type { WaitingBody } from '../../pipeline/integration-response.ts';
import { passBody, type Verbs } from './response-body.ts';

/** A backend's body that integration responses gather, pass on or give up. */
export function waitingBody(response: UpstreamResponse, verbs: Verbs, limitBytes: number): WaitingBody {
  return {
    gather: () => response.readBody(verbs.backend === 'HEAD' ? 0 : MAX_PAYLOAD_BYTES),
    discard: () => response.discard(),
    async pass() {
      const { body, contentLength } = await passBody(response, verbs, limitBytes);
      return { body, headers: contentLength === undefined ? [] : ['Content-Length', String(contentLength)] };
    },
  };
}
