import { Random } from '../random.ts';
import { disagreement, responseDisagreement } from './compare.ts';
import { mutant, pieces } from './mutate.ts';
import { RESPONSE_SEEDS, SEEDS } from './seeds.ts';

/** A stream that the engine and Node read differently. */
export interface Finding {
  readonly seed: number;
  readonly stream: string;
  readonly what: string;
}

/**
 * Compares one stream of requests a seed, and one answer.
 * @returns the first finding, if any
 */
export async function fuzz(firstSeed: number, streams: number): Promise<Finding | undefined> {
  for (let seed = firstSeed; seed < firstSeed + streams; seed++) {
    const random = new Random(seed);
    const requests = mutant(random, SEEDS);
    const misread = await disagreement(requests, pieces(random));
    if (misread !== undefined) return { seed, stream: requests.toString('latin1'), what: misread };
    const answer = mutant(random, RESPONSE_SEEDS);
    const what = await responseDisagreement(answer, pieces(random));
    if (what !== undefined) return { seed, stream: answer.toString('latin1'), what };
  }
  return undefined;
}
