import { disagreement } from './compare.ts';
import { mutant, pieces } from './mutate.ts';
import { Random } from './random.ts';

/** A stream that the engine and Node read differently. */
export interface Finding {
  readonly seed: number;
  readonly stream: string;
  readonly what: string;
}

/**
 * Compares one stream a seed.
 * @returns the first finding, if any
 */
export async function fuzz(firstSeed: number, streams: number): Promise<Finding | undefined> {
  for (let seed = firstSeed; seed < firstSeed + streams; seed++) {
    const random = new Random(seed);
    const stream = mutant(random);
    const what = await disagreement(stream, pieces(random));
    if (what !== undefined) return { seed, stream: stream.toString('latin1'), what };
  }
  return undefined;
}
