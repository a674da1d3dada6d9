import { JavaRegexLimitError } from '../../../src/java-regex/index.ts';
import { type JsonValue, parseJson, printJson } from '../../../src/json/index.ts';
import { compileJsonPath, JsonPathLimitError, JsonPathSyntaxError } from '../../../src/jsonpath/index.ts';
import { Random } from '../random.ts';
import { nodesAt } from './plain-reading.ts';
import { randomJunk, randomSteps, type Step, textOf } from './steps.ts';

/** A path that was not read as it should be. */
export interface Finding {
  readonly seed: number;
  readonly path: string;
  readonly what: string;
}

const BOUND_MS = 4_000;
const DOCUMENTS = [
  '{"a": {"b": [1, {"a": 2, "c": null}, "x", [3, 4]], "c": {"a": {"b": 5}}}, "b": [], "c": "text"}',
  '[[1, 2, 3], {"a": [{"b": 1}, {"b": 2}, {"c": 3}]}, "a", null, 2.5]',
  '{"a": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}',
  '"text"',
].map((text) => parseJson(text));

/**
 * Reads one random path a seed: what has a plain meaning gives what plain recursion finds; anything else gives values or one of
 * the language's own errors, in time.
 * @returns the first finding, if any
 */
export async function fuzz(firstSeed: number, count: number): Promise<Finding | undefined> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const random = new Random(seed);
    const document = random.pick(DOCUMENTS);
    const before = performance.now();
    const { path, what } =
      random.below(3) === 0 ? junk(random, document) : plain(randomSteps(random), document, random);
    const tookMs = performance.now() - before;
    const late = tookMs > BOUND_MS ? `It took ${tookMs.toFixed(0)} ms.` : undefined;
    if (what !== undefined || late !== undefined) return { seed, path, what: what ?? late ?? '' };
  }
  return undefined;
}

function plain(
  steps: readonly Step[],
  document: JsonValue,
  random: Random,
): { path: string; what: string | undefined } {
  const path = textOf(steps, random);
  const compiled = compileJsonPath(path);
  const found = compiled.read(document);
  const expected = nodesAt(steps, document);
  const isSame = compiled.definite ? printed(found) === printed(expected[0]) : printed(found) === printed(expected);
  return { path, what: isSame ? undefined : `It finds ${printed(found)}, not ${printed(expected)}.` };
}

function junk(random: Random, document: JsonValue): { path: string; what: string | undefined } {
  const path = randomJunk(random);
  try {
    compileJsonPath(path).read(document);
  } catch (error) {
    const isOwn =
      error instanceof JsonPathSyntaxError ||
      error instanceof JsonPathLimitError ||
      error instanceof JavaRegexLimitError;
    if (!isOwn) return { path, what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  return { path, what: undefined };
}

function printed(value: JsonValue | readonly JsonValue[] | undefined): string {
  return value === undefined ? 'nothing' : printJson(value as JsonValue);
}
