import { type BodySource, BodyTooLargeError } from '../../../http/index.ts';
import { GATHER_BODY_BYTES } from '../../limits.ts';

/**
 * Takes over a body of undeclared length: the whole of it when it turns out to be small, so that it can go on in one write
 * with its length, otherwise what has come of it with the rest to follow.
 * @throws what the body throws while the beginning is gathered; what follows fails with {@link BodyTooLargeError} beyond
 *   the limit
 */
export async function gatherSome(source: BodySource, limitBytes: number): Promise<Buffer | BodySource> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size <= GATHER_BODY_BYTES) {
    const next = await iterator.next();
    if (next.done === true) return Buffer.concat(chunks, size);
    chunks.push(next.value);
    size += next.value.length;
  }
  return continued(chunks, size, iterator, limitBytes);
}

async function* continued(
  gathered: readonly Uint8Array[],
  gatheredBytes: number,
  iterator: AsyncIterator<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<Uint8Array> {
  let size = gatheredBytes;
  try {
    yield* gathered;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      size += next.value.length;
      if (size > limitBytes) throw new BodyTooLargeError(limitBytes);
      yield next.value;
    }
  } finally {
    // Nobody reads on, be it that the recipient left or that the limit was reached: the sender's connection goes.
    await iterator.return?.();
  }
}
