import type { Random } from '../random.ts';
import { FRAGMENTS } from './seeds.ts';

const MOST_MUTATIONS = 4;

/** A seed with a few changes: pieces put in, taken out, repeated or exchanged, bytes flipped. */
export function mutant(random: Random, seeds: readonly string[]): Buffer {
  let text = random.pick(seeds);
  for (let left = 1 + random.below(MOST_MUTATIONS); left > 0; left--) text = mutate(text, random);
  return Buffer.from(text, 'latin1');
}

function mutate(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.below(12);
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (random.below(8)) {
    case 0:
      return before + after.slice(1);
    case 1:
      return before + after.slice(length);
    case 2:
      return before + after.slice(0, length) + after;
    case 3:
      return before + String.fromCharCode(random.below(256)) + after.slice(1);
    case 4:
      return text.replace('\r\n', () => `\r\n${random.pick(FRAGMENTS)}`);
    case 5:
      return before + random.pick(FRAGMENTS) + after.slice(length);
    case 6:
      return atLineEnd(text, random);
    default:
      return before + random.pick(FRAGMENTS) + after;
  }
}

/** Most that matters happens where lines meet. */
function atLineEnd(text: string, random: Random): string {
  const lines = text.split('\r\n');
  const line = random.below(lines.length);
  return lines.map((part, place) => (place === line ? part + random.pick(FRAGMENTS) : part)).join('\r\n');
}

/** Lengths of the pieces in which a stream may come. */
export function pieces(random: Random): number[] {
  return Array.from({ length: random.below(6) }, () => 1 + random.below(40));
}
