import { type BodySource, BodyTooLargeError } from '../../../http/index.ts';
import { gatherSome } from '../../integrations/http/index.ts';
import { GATHER_BODY_BYTES, MAX_PAYLOAD_BYTES } from '../../limits.ts';
import type { MethodOutcome } from '../../method/index.ts';
import { firstHeader } from '../../text/index.ts';
import type { HttpRequest } from '../http-request.ts';

/** A request's body, as it was sent: HTTP APIs undo no coding. */
export interface SentBody {
  readonly kind: 'sent';
  readonly body: Uint8Array | BodySource;
  /** Of a body that goes on as it comes in, where it is declared. */
  readonly contentLength: number | undefined;
}

/**
 * Takes a body over: a large one of a known length as it comes in, any other in full. Where bodies may be larger than what is
 * gathered, one of unknown length that turns out to be large goes on as it comes in, too.
 */
export async function takeBody({ exchange }: HttpRequest, limitBytes: number): Promise<SentBody | MethodOutcome> {
  const declared = firstHeader(exchange.headers, 'content-length');
  const length = Number(declared ?? 0);
  if (length > limitBytes) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
  if (length > GATHER_BODY_BYTES) return { kind: 'sent', body: exchange.streamBody(), contentLength: length };
  if (declared !== undefined || limitBytes <= MAX_PAYLOAD_BYTES) return readBody(exchange);
  try {
    return { kind: 'sent', body: await gatherSome(exchange.streamBody(), limitBytes), contentLength: undefined };
  } catch {
    // Nothing else happens to a body on its way in than that the client's connection is gone.
    return { kind: 'abandoned' };
  }
}

/** Reads a whole body: at most 10 MB (features A17). */
export async function readBody(
  exchange: HttpRequest['exchange'],
): Promise<{ readonly kind: 'sent'; readonly body: Buffer; readonly contentLength: undefined } | MethodOutcome> {
  try {
    return { kind: 'sent', body: await exchange.readBody(MAX_PAYLOAD_BYTES), contentLength: undefined };
  } catch (error) {
    if (error instanceof BodyTooLargeError) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    // Whatever else happens to a body on its way in, the client's connection is gone.
    return { kind: 'abandoned' };
  }
}
