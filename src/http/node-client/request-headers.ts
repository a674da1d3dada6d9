import type { UpstreamRequest } from '../upstream.ts';

/** Verbs whose content has no defined meaning: an empty body is not even announced (RFC 9110 section 8.6). */
const WITHOUT_CONTENT = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE']);

/** A request's header fields with what frames its body (RFC 9112 section 6). */
export function framedHeaders(request: UpstreamRequest): string[] {
  const { body, headers } = request;
  if (!(body instanceof Uint8Array)) {
    return request.contentLength === undefined
      ? [...headers, 'Transfer-Encoding', 'chunked']
      : [...headers, 'Content-Length', String(request.contentLength)];
  }
  if (body.length === 0 && WITHOUT_CONTENT.has(request.method)) return [...headers];
  return [...headers, 'Content-Length', String(body.length)];
}
