import { type BodySource, BodyTooLargeError } from '../../../http/index.ts';
import { GATHER_BODY_BYTES } from '../../limits.ts';
import type { MethodOutcome } from '../../method/index.ts';
import { firstHeader } from '../../text/index.ts';
import type { HttpRequest } from '../http-request.ts';

/** A request's body, as it was sent: HTTP APIs undo no coding. */
export interface SentBody {
  readonly kind: 'sent';
  readonly body: Buffer | BodySource;
  /** Of a body that goes on as it comes in. */
  readonly contentLength: number | undefined;
}

/** Takes a body over: a large one of a known length as it comes in, any other in full. */
export async function takeBody({ exchange }: HttpRequest, limitBytes: number): Promise<SentBody | MethodOutcome> {
  const length = Number(firstHeader(exchange.headers, 'content-length') ?? 0);
  if (length > GATHER_BODY_BYTES && length <= limitBytes) {
    return { kind: 'sent', body: exchange.streamBody(), contentLength: length };
  }
  return readBody(exchange, limitBytes);
}

/** Reads a whole body. */
export async function readBody(
  exchange: HttpRequest['exchange'],
  limitBytes: number,
): Promise<{ readonly kind: 'sent'; readonly body: Buffer; readonly contentLength: undefined } | MethodOutcome> {
  try {
    return { kind: 'sent', body: await exchange.readBody(limitBytes), contentLength: undefined };
  } catch (error) {
    if (error instanceof BodyTooLargeError) return { kind: 'failure', type: 'REQUEST_TOO_LARGE' };
    // Whatever else happens to a body on its way in, the client's connection is gone.
    return { kind: 'abandoned' };
  }
}
