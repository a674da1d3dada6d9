import { compileLogPattern, LogPatternSyntaxError } from '../../../src/log-patterns/index.ts';
import { Random } from '../random.ts';

/** A filter pattern that was not treated as it should be. */
export interface Finding {
  readonly seed: number;
  readonly pattern: string;
  readonly what: string;
}

const BOUND_MS = 4_000;
const PIECES = [
  ...['{', '}', '[', ']', '(', ')', '"', '%', '*', '?', '-', '^', '$', '|', '\\', '.', ',', '...', '+', '{2,40}'],
  ...[' ', '&&', '||', '=', '!=', '>=', '<', 'IS NULL', 'NOT EXISTS', '$.a', '$.a[0]', '$.*', "$['x.y']", '[*]'],
  ...['a', 'b', 'ERROR', 'status', '4*', '1e3', '-7', '.*', '[a-z]', '\\d', '\\x41', 'é', '😀'],
];
const SHAPES: readonly ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `{ ${inner} }`,
  (inner) => `[${inner}]`,
  (inner) => `%${inner}%`,
  (inner) => `{ $.a = ${inner} }`,
  (inner) => `[..., a = ${inner}]`,
];
const MESSAGES = [
  '',
  'ERROR a 404 [x y] "q r" b',
  '{"a":[1,{"b":null}],"x.y":"ERROR","n":1000}',
  `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  `"[${'ab'.repeat(5_000)}`,
];

/** Compiles one random pattern a seed: it is refused as one, or matches without an error, each time alike and in time. */
export async function fuzz(firstSeed: number, count: number): Promise<Finding | undefined> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const random = new Random(seed);
    const inner = Array.from({ length: random.below(9) }, () => random.pick(PIECES)).join('');
    const pattern = random.pick(SHAPES)(inner);
    const before = performance.now();
    const what = tried(pattern, random.pick(MESSAGES));
    const tookMs = performance.now() - before;
    if (what !== undefined) return { seed, pattern, what };
    if (tookMs > BOUND_MS) return { seed, pattern, what: `It took ${tookMs.toFixed(0)} ms.` };
  }
  return undefined;
}

function tried(text: string, message: string): string | undefined {
  try {
    const pattern = compileLogPattern(text);
    const matched = pattern.match(message);
    if (pattern.matches(message) !== (matched !== undefined)) return 'It matches and does not.';
    if (matched) pattern.extract(matched);
  } catch (error) {
    if (!(error instanceof LogPatternSyntaxError)) return String(error);
  }
  return undefined;
}
