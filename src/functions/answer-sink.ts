import type { StreamError } from '../model/index.ts';
import type { AnswerStream } from './answer-stream.ts';
import { LIMITS } from './limits.ts';

/** Where the Runtime API puts an answer that a runtime streams. */
export interface AnswerSink {
  /** Takes a piece; false when the runtime's connection shall pause until it is told to resume. */
  write(piece: Uint8Array): boolean;
  /** The answer is complete, or the runtime says in its trailers why it is not. */
  end(error: StreamError | undefined): void;
  /** The connection broke in the middle. */
  cut(): void;
}

/** How an answer that was streamed ended. */
export type SinkEnd = { readonly error: StreamError | undefined; readonly tooLarge: boolean } | 'cut';

/** Passes an answer on as it comes. What exceeds the largest answer is dropped, and told at the end. */
export function streamSink(stream: AnswerStream, onEnd: (end: SinkEnd) => void): AnswerSink {
  let bytes = 0;
  return {
    write(piece) {
      bytes += piece.byteLength;
      return bytes > LIMITS.maxStreamedBytes || stream.write(piece);
    },
    end: (error) => onEnd({ error, tooLarge: bytes > LIMITS.maxStreamedBytes }),
    cut: () => onEnd('cut'),
  };
}

/** Gathers an answer for a caller who waits for the whole of it. */
export function gatheringSink(onEnd: (end: SinkEnd, body: Uint8Array) => void): AnswerSink {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  return {
    write(piece) {
      bytes += piece.byteLength;
      if (bytes > LIMITS.maxResponseBytes) pieces.length = 0;
      else pieces.push(piece);
      return true;
    },
    end: (error) => onEnd({ error, tooLarge: bytes > LIMITS.maxResponseBytes }, Buffer.concat(pieces)),
    cut: () => onEnd('cut', new Uint8Array()),
  };
}
