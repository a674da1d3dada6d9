import { type BodySource, UpstreamError } from '../../../http/index.ts';

/** What holds an answer that streams (fact D71). */
export interface StreamPace {
  /** The longest pause in it. */
  readonly idleMs: number;
  /** So much of it goes as fast as it can; the rest at `bytesPerSecond`. */
  readonly fullSpeedBytes: number;
  readonly bytesPerSecond: number;
}

/**
 * A backend's body on its way to the client, each piece as it comes.
 * @throws {UpstreamError} `timeout`, when nothing comes for too long
 */
export async function* streamedBody(source: BodySource, pace: StreamPace): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  let bytes = 0;
  try {
    for (;;) {
      const next = await within(iterator.next(), pace.idleMs);
      if (next.done === true) return;
      yield next.value;
      bytes += next.value.length;
      if (bytes > pace.fullSpeedBytes && pace.bytesPerSecond !== Infinity)
        await wait((next.value.length / pace.bytesPerSecond) * 1_000);
    }
  } finally {
    // Nobody reads on, be it that the client left or that the time is over: the backend's connection goes.
    await iterator.return?.();
  }
}

function within<T>(promise: Promise<T>, idleMs: number): Promise<T> {
  if (idleMs === Infinity) return promise;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new UpstreamError('timeout', `Nothing came from the backend for ${idleMs} ms.`));
    }, idleMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
