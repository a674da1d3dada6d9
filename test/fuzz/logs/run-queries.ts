import { JavaRegexLimitError, JavaRegexSyntaxError } from '../../../src/java-regex/index.ts';
import {
  compileQuery,
  QueryLimitError,
  QueryNotSupportedError,
  QuerySyntaxError,
} from '../../../src/log-insights/index.ts';
import { Random } from '../random.ts';

/** A query that was not treated as it should be. */
export interface Finding {
  readonly seed: number;
  readonly query: string;
  readonly what: string;
}

const BOUND_MS = 4_000;
const COMMANDS = [
  'fields ',
  'display ',
  'filter ',
  'parse @message ',
  'stats ',
  'sort ',
  'limit 3',
  'dedup ',
  'unnest ',
];
const PIECES = [
  ...[
    'a',
    '@timestamp',
    '@message',
    'b.c.0',
    '`x y`',
    '1',
    '-2.5',
    '"t*u*"',
    "'a'",
    '/a(?<n>.*)b/',
    '/(x+x+)+y/',
    '5m',
  ],
  ...['+', '-', '*', '/', '%', '^', '=', '!=', '<', '>=', '=~', ' and ', ' or ', ' not ', ' in [1, "a"]', ' like '],
  ...['(', ')', ',', '.', '[', ']', ' as n', ' by ', ' into e', ' desc', '#', '\n', '|'],
  ...['count(*)', 'sum(a)', 'pct(a, 95)', 'bin(1h)', 'values(a)', 'topk(2, a)', 'latest(a)', 'jsonParse(@message)'],
  ...['substr(a, 1, 2)', 'replace(a, "a", a)', 'regexReplace(a, "(a*)*", a)', 'datefloor(@timestamp, 1mo)', 'diff'],
];
const MESSAGES = [
  '',
  'axxxxxxxxxxxxxxxxxxxxxxxxxxxxb',
  '{"a":1,"b":{"c":["x",2]}}',
  '{"a":"5","b":{"c":[]}}',
  `{"a":"${'a'.repeat(2_000)}"}`,
];

/** Runs one random query a seed: it is refused with one of the language's own errors, or gives rows of text, in time. */
export async function fuzz(firstSeed: number, count: number): Promise<Finding | undefined> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const random = new Random(seed);
    const query = Array.from({ length: 1 + random.below(3) }, () => randomCommand(random)).join(' | ');
    const before = performance.now();
    const what = tried(query);
    const tookMs = performance.now() - before;
    if (what !== undefined) return { seed, query, what };
    if (tookMs > BOUND_MS) return { seed, query, what: `It took ${tookMs.toFixed(0)} ms.` };
  }
  return undefined;
}

function randomCommand(random: Random): string {
  return random.pick(COMMANDS) + Array.from({ length: random.below(6) }, () => random.pick(PIECES)).join('');
}

function tried(query: string): string | undefined {
  try {
    const run = compileQuery(query).run({ nowMs: 0, startMs: 0, endMs: 1 });
    for (const [i, message] of MESSAGES.entries()) {
      const event = { timestampMs: i * 1e9, ingestedMs: i, message, stream: 's', log: '0:/aws/lambda/f', pointer: 'p' };
      if (!run.add(event)) break;
    }
    const isText = run.finish().every((row) => row.every(({ value }) => typeof value === 'string'));
    if (!isText) return 'A row has what is no text.';
  } catch (error) {
    const own = [QuerySyntaxError, QueryNotSupportedError, QueryLimitError, JavaRegexLimitError, JavaRegexSyntaxError];
    if (!own.some((each) => error instanceof each)) return String(error);
  }
  return undefined;
}
