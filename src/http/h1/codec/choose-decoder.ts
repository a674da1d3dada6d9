import type { BodyDecoder, BytesTarget } from './body-decoder.ts';
import { ChunkedDecoder } from './chunked-decoder.ts';

/** The decoder for a body of one of RFC 9112 section 6.3's lengths; none for a message without body. */
export function bodyDecoder(length: number | 'chunked' | 'until-close'): BodyDecoder | undefined {
  if (length === 0) return undefined;
  if (length === 'chunked') return new ChunkedDecoder();
  return length === 'until-close' ? new UntilCloseDecoder() : new LengthDecoder(length);
}

/** A body of declared length. */
class LengthDecoder implements BodyDecoder {
  readonly endsAtClose = false;
  #left: number;

  constructor(length: number) {
    this.#left = length;
  }

  get done(): boolean {
    return this.#left === 0;
  }

  decode(bytes: Buffer, start: number, end: number, target: BytesTarget): number {
    const stop = Math.min(end, start + this.#left);
    this.#left -= stop - start;
    if (stop > start) target.onBytes(bytes.subarray(start, stop));
    return stop;
  }
}

/** A response's body that ends with its connection. */
class UntilCloseDecoder implements BodyDecoder {
  readonly done = false;
  readonly endsAtClose = true;

  decode(bytes: Buffer, start: number, end: number, target: BytesTarget): number {
    if (end > start) target.onBytes(bytes.subarray(start, end));
    return end;
  }
}
