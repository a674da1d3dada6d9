import { type BodySource, UpstreamError } from '../../../http/index.ts';
import type { StreamPace } from './stream-pace.ts';

/**
 * An integration's body on its way to the client, each piece as it comes. No generator, because one that nobody has begun to
 * read would not let go of its source.
 * @throws {UpstreamError} `timeout`, when nothing comes for too long
 */
export function streamedBody(source: BodySource, pace: StreamPace): AsyncIterableIterator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  let bytes = 0;
  let pauseMs = 0;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        if (pauseMs > 0) await wait(pauseMs);
        const next = await within(iterator.next(), pace.idleMs);
        if (next.done === true) return next;
        bytes += next.value.length;
        const isSlowed = bytes > pace.fullSpeedBytes && pace.bytesPerSecond !== Infinity;
        pauseMs = isSlowed ? (next.value.length / pace.bytesPerSecond) * 1_000 : 0;
        return next;
      } catch (error) {
        await iterator.return?.();
        throw error;
      }
    },
    /** Nobody reads on, be it that the client left or that the time is over: where it comes from, goes. */
    async return() {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
}

function within<T>(promise: Promise<T>, idleMs: number): Promise<T> {
  if (idleMs === Infinity) return promise;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new UpstreamError('timeout', `Nothing came from the integration for ${idleMs} ms.`));
    }, idleMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
