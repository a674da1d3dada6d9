import { bodyDecoder, HEAD_LIMITS, MessageError, RequestHeadReader } from '../../../src/http/h1/codec/index.ts';
import type { PlacedRequest, Reading } from './message.ts';

/**
 * Lets the engine's codec read a stream that comes in pieces.
 * @param pieces lengths of the pieces; what is left comes as one
 */
export function readWithEngine(stream: Buffer, pieces: readonly number[]): Reading<PlacedRequest> {
  const requests: PlacedRequest[] = [];
  const reader = new RequestHeadReader(HEAD_LIMITS);
  let at = 0;
  let arrived = 0;
  let piece = 0;
  const more = (): boolean => {
    if (arrived === stream.length) return false;
    arrived = Math.min(stream.length, arrived + (pieces[piece++] ?? stream.length));
    return true;
  };
  try {
    for (;;) {
      const head = reader.read(stream, at, arrived);
      if (head === undefined) {
        if (!more()) return { requests, refusal: undefined };
        continue;
      }
      at += head.headBytes;
      let body = '';
      const decoder = bodyDecoder(head.bodyLength);
      while (decoder !== undefined && !decoder.done) {
        at = decoder.decode(stream, at, arrived, {
          onBytes(bytes) {
            body += bytes.toString('latin1');
          },
        });
        if (!decoder.done && !more()) return { requests, refusal: undefined };
      }
      const { method, target, headers, keepAlive } = head;
      requests.push({ method, target, headers, body, end: at, keepAlive });
      if (!keepAlive) return { requests, refusal: 'The client closes the connection.' };
    }
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return { requests, refusal: error.message };
  }
}
