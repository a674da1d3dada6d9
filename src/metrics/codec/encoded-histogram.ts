import type { Histogram } from '../../histogram/index.ts';
import { ByteReader } from './bytes.ts';

/**
 * A histogram of whole counts as it is written, read when somebody asks for it: a month of minutes has millions of bins, and of
 * most histograms all that is wanted is one percentile.
 */
export class EncodedHistogram implements Histogram {
  readonly #bytes: Buffer;
  readonly #from: number;
  #read: Histogram | undefined;

  /** @param from where the number of its bins stands */
  constructor(bytes: Buffer, from: number) {
    this.#bytes = bytes;
    this.#from = from;
  }

  get bins(): readonly number[] {
    return this.#decoded.bins;
  }

  get counts(): readonly number[] {
    return this.#decoded.counts;
  }

  /** The bin of the value with a rank from 1 on; the first one for a rank below, the last one for one beyond. */
  binAtRank(rank: number): number {
    const bytes = this.#bytes;
    const reader = new ByteReader(bytes, this.#from);
    let left = reader.varint();
    let at = reader.position;
    let bin = 0;
    let seen = 0;
    for (; left > 0 && (seen < rank || seen === 0); left--) {
      const step = bytes[at] as number;
      const count = bytes[at + 1] as number;
      if ((step | count) < 0x80) {
        // Nearly all: each number is one byte.
        at += 2;
        bin += step;
        seen += count;
        continue;
      }
      reader.position = at;
      bin += reader.varint();
      seen += reader.varint();
      at = reader.position;
    }
    return bin;
  }

  get #decoded(): Histogram {
    if (this.#read !== undefined) return this.#read;
    const reader = new ByteReader(this.#bytes, this.#from);
    const length = reader.varint();
    const bins = new Array<number>(length);
    const counts = new Array<number>(length);
    let bin = 0;
    for (let place = 0; place < length; place++) {
      bin += reader.varint();
      bins[place] = bin;
      counts[place] = reader.varint();
    }
    this.#read = { bins, counts };
    return this.#read;
  }
}
