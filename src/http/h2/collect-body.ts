import type { Readable } from 'node:stream';
import { BodyTooLargeError } from '../exchange.ts';

/**
 * Reads a stream to its end into one buffer.
 * @param limitBytes the largest body taken
 * @throws {BodyTooLargeError} as soon as more has come; the stream is then left paused
 * @throws the stream's own error when it breaks
 */
export function collectBody(stream: Readable, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (): void => {
      stream.off('data', onData);
      stream.off('end', onEnd);
      stream.off('error', onError);
      stream.off('close', onClose);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limitBytes) {
        chunks.push(chunk);
        return;
      }
      settle();
      stream.pause();
      reject(new BodyTooLargeError(limitBytes));
    };
    const onEnd = (): void => {
      settle();
      const [first] = chunks;
      resolve(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks, size));
    };
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    const onClose = (): void => {
      settle();
      reject(new Error('The connection was closed before the body had ended.'));
    };
    if (stream.destroyed) {
      reject(stream.errored ?? new Error('The connection was closed before the body had ended.'));
      return;
    }
    stream.on('data', onData);
    stream.on('end', onEnd);
    stream.on('error', onError);
    stream.on('close', onClose);
  });
}
