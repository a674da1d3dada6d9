import { type JsonValue, parseJson } from '../../../src/json/index.ts';
import {
  API_GATEWAY,
  compileTemplate,
  TemplateRenderError,
  TemplateSyntaxError,
  VELOCITY_1_7,
} from '../../../src/vtl/index.ts';
import { Random } from '../random.ts';
import { randomTemplate } from './generate.ts';

/** A template that was not rendered as it should be. */
export interface Finding {
  readonly seed: number;
  readonly template: string;
  readonly what: string;
}

const BOUND_MS = 8_000;
const LIMITS = { maxSteps: 300_000, maxTextLength: 1_000_000 };
const DOCUMENT = '{"a": {"b": 1, "a": [1, "2", null, {"x": true}]}, "b": [], "x": "aaaa,b", "c": 2.50, "": {}}';
/** Prints nothing, and keeps what stands before and behind it from sharing what they read. */
const NOTHING = '$!{nothing}';

/**
 * Renders one random template a seed: it gives a text or one of the language's own errors, in time, the same each time, and the
 * same when its statements are kept apart.
 * @returns the first finding, if any
 */
export async function fuzz(firstSeed: number, count: number): Promise<Finding | undefined> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const random = new Random(seed);
    const statements = randomTemplate(random);
    const dialect = random.below(2) === 0 ? API_GATEWAY : VELOCITY_1_7;
    const render = (template: string): string => {
      try {
        return compileTemplate(template, { dialect, limits: LIMITS }).render(variables());
      } catch (error) {
        if (error instanceof TemplateSyntaxError) return 'no template';
        if (error instanceof TemplateRenderError && error.cause instanceof Error && !isDefect(error.cause))
          return 'ended';
        return `A defect: ${error instanceof Error ? (error.stack ?? '') : String(error)} ${String((error as Error).cause)}`;
      }
    };
    const template = statements.join('');
    const before = performance.now();
    const text = render(template);
    const tookMs = performance.now() - before;
    const what =
      (text.startsWith('A defect') ? text : undefined) ??
      (tookMs > BOUND_MS ? `It took ${tookMs.toFixed(0)} ms.` : undefined) ??
      (render(template) === text ? undefined : 'It was rendered in two ways.') ??
      apart(statements, text, render);
    if (what !== undefined) return { seed, template, what };
  }
  return undefined;
}

/** What a text of the template means may depend on what follows it, so only such statements are kept apart as end by themselves. */
function apart(statements: readonly string[], text: string, render: (template: string) => string): string | undefined {
  if (
    !statements.every((statement) => /^(?:\$!?\{[^{}]*\}|x|#(?:set|foreach|define)\(.*(?:\)|#end))$/s.test(statement))
  )
    return undefined;
  const kept = render(statements.join(NOTHING));
  if (kept === 'no template' || text === 'no template' || kept === text) return undefined;
  return `Kept apart it gives ${JSON.stringify(kept.slice(0, 200))} instead of ${JSON.stringify(text.slice(0, 200))}.`;
}

function isDefect(cause: Error): boolean {
  return cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
}

function variables() {
  const document: JsonValue = parseJson(DOCUMENT);
  const call = (name: string): JsonValue => (name === 'path' ? document : null);
  return {
    input: { get: () => undefined, call, text: () => '' },
    a: document,
    m: new Map([['a', document]]),
    s: 'text',
  };
}
