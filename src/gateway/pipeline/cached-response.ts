import { type BodySource, FieldLines } from '../../http/index.ts';
import { MAX_CACHED_BYTES } from '../limits.ts';
import type { MethodOutcome, MethodResponse } from '../method/index.ts';
import type { CachedResponse } from '../response-cache/index.ts';

const TRACE_ID = 'x-amzn-trace-id';

/** A response whose body is there in full. */
type WholeResponse = MethodResponse & { readonly headers: readonly string[]; readonly body: Uint8Array };

/** What of a response is kept: its bytes copied, for they may be borrowed; the length is written anew each time. */
export function cachedFrom({ status, headers, body }: WholeResponse): CachedResponse {
  return { status, headers: withoutLength(headers), body: Buffer.from(body) };
}

/** The answer to another request: with that request's trace id, where the response had one (fact D18). */
export function responseFrom(cached: CachedResponse, traceId: string, warning: string | undefined): MethodResponse {
  const headers = cached.headers.map((text, index) =>
    index % 2 === 1 && cached.headers[index - 1]?.toLowerCase() === TRACE_ID ? traceId : text,
  );
  return { ...cached, kind: 'response', headers: withWarning(headers, warning) };
}

/**
 * The outcome of an integration on its way to the client, and into the cache when it is a response within the limit: at once,
 * or when a body that goes out as it comes in has come to its end.
 */
export function storing(
  outcome: MethodOutcome,
  warning: string | undefined,
  store: (response: WholeResponse) => void,
): MethodOutcome {
  if (outcome.kind !== 'response') return outcome;
  const { status, body } = outcome;
  const headers = outcome.headers instanceof FieldLines ? outcome.headers.toList() : outcome.headers;
  const bytes = headers.reduce((sum, text) => sum + text.length, 0);
  const sent: MethodResponse = { ...outcome, headers: withWarning(headers, warning) };
  if (!(body instanceof Uint8Array)) {
    const end = (whole: Buffer): void => store({ kind: 'response', status, headers, body: whole });
    return { ...sent, body: gathered(body, MAX_CACHED_BYTES - bytes, end) };
  }
  if (bytes + body.length <= MAX_CACHED_BYTES) store({ kind: 'response', status, headers, body });
  return sent;
}

/** Passes a body on and keeps its bytes; a body that is longer than `limit` or breaks off is not told of. */
async function* gathered(body: BodySource, limit: number, end: (whole: Buffer) => void): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= limit) chunks.push(Buffer.from(chunk));
    else chunks = [];
    yield chunk;
  }
  if (size <= limit) end(Buffer.concat(chunks, size));
}

function withWarning(headers: readonly string[], warning: string | undefined): readonly string[] {
  return warning === undefined ? headers : [...headers, 'Warning', warning];
}

function withoutLength(headers: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let i = 0; i < headers.length; i += 2) {
    if (headers[i]?.toLowerCase() !== 'content-length') kept.push(headers[i] as string, headers[i + 1] as string);
  }
  return kept;
}
