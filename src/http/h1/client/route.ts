import type { BodySource } from '../../exchange.ts';
import type { RouteRequest, UpstreamCall, UpstreamHandler, UpstreamRoute } from '../../upstream.ts';
import { type OutgoingBody, pump } from '../body/index.ts';
import { requestHead, type SentLength, writtenFields } from '../codec/index.ts';
import { Call, type StartBody } from './call.ts';
import type { Origin } from './origin.ts';

/** The `UpstreamRoute` to one origin. */
export class OriginRoute implements UpstreamRoute {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  call(request: RouteRequest, handler: UpstreamHandler): UpstreamCall {
    const { method, body } = request;
    const length = lengthOf(request);
    const head = requestHead(method, request.path, request.host, writtenFields(request.fields), length);
    const call = new Call(
      {
        method,
        head,
        body: body instanceof Uint8Array ? body : pumping(body),
        bodyLength: typeof length === 'number' ? length : 'chunked',
        timeoutMs: request.timeoutMs,
      },
      handler,
    );
    this.#origin.dispatch(call);
    return call;
  }
}

export function pumping(source: BodySource): StartBody {
  return (outgoing: OutgoingBody) => void pump(source, outgoing);
}

/** Methods that have a body by their meaning say that it is empty (RFC 9110 section 8.6). */
export function lengthOf(request: {
  readonly method: string;
  readonly body: Uint8Array | BodySource;
  readonly contentLength?: number | undefined;
}): SentLength {
  const { method, body } = request;
  if (!(body instanceof Uint8Array)) return request.contentLength ?? 'chunked';
  if (body.length > 0) return body.length;
  return method === 'POST' || method === 'PUT' || method === 'PATCH' ? 0 : 'none';
}
