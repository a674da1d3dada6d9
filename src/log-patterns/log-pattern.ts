import { Cursor } from './cursor.ts';
import { LogPatternSyntaxError } from './errors.ts';
import { compileFields, type FieldValues } from './fields/index.ts';
import { compileJson, firstValue, readSelector, type Selector } from './json/index.ts';
import { LOG_PATTERN_LIMITS } from './limits.ts';
import { compileTerms } from './terms/index.ts';

/** What was read of a message that a pattern matches. */
export interface Matched {
  /** Of an event that is JSON. */
  readonly document?: unknown;
  /** Of a space-delimited one. */
  readonly fields?: FieldValues;
}

/** A compiled filter pattern. */
export interface LogPattern {
  /** What the pattern is for: words in any message, JSON events, or space-delimited ones. */
  readonly kind: 'terms' | 'json' | 'fields';
  readonly hasRegex: boolean;
  /** Whether a message matches. Never throws. */
  matches(message: string): boolean;
  /** Undefined when a message does not match. Never throws. */
  match(message: string): Matched | undefined;
  /**
   * What reads a field, such as `$.latency` of a JSON event or `$bytes` of a space-delimited one. Undefined when events of
   * this pattern have no such field. The text that it gives is undefined where the field is missing, or no text or number.
   */
  reader(selector: string): ((matched: Matched) => string | undefined) | undefined;
  /** The fields that the pattern names, and all fields of a space-delimited event (`TestMetricFilter`, `extractedValues`). */
  extract(matched: Matched): Readonly<Record<string, string>>;
}

/**
 * Compiles a filter pattern of CloudWatch Logs (user guide, "Filter pattern syntax"). An empty one matches everything.
 * @throws {LogPatternSyntaxError}
 */
export function compileLogPattern(text: string): LogPattern {
  if (text.length > LOG_PATTERN_LIMITS.maxLength) throw new LogPatternSyntaxError();
  const pattern = text.trim();
  if (pattern.startsWith('{')) return jsonPattern(between(pattern, '{', '}'));
  if (pattern.startsWith('[')) return fieldsPattern(between(pattern, '[', ']'));
  return termsPattern(pattern);
}

/** The text is AWS's, as its users report it. */
function between(pattern: string, opening: string, closing: string): string {
  if (pattern.length < 2 || !pattern.endsWith(closing)) {
    throw new LogPatternSyntaxError(`If a filter pattern starts with '${opening}' it must end with '${closing}'`);
  }
  return pattern.slice(1, -1);
}

function termsPattern(pattern: string): LogPattern {
  const { test, regexCount } = compileTerms(pattern);
  const matched: Matched = {};
  return {
    kind: 'terms',
    hasRegex: regexCount > 0,
    matches: test,
    match: (message) => (test(message) ? matched : undefined),
    reader: () => undefined,
    extract: () => ({}),
  };
}

function jsonPattern(conditions: string): LogPattern {
  const { test, selectors, regexCount } = compileJson(conditions);
  checkRegexes(regexCount);
  const match = (message: string): Matched | undefined => {
    const document = parseDocument(message);
    return document !== undefined && test(document) ? { document } : undefined;
  };
  return {
    kind: 'json',
    hasRegex: regexCount > 0,
    matches: (message) => match(message) !== undefined,
    match,
    reader(text) {
      const selector = wholeSelector(text);
      return selector && (({ document }) => valueText(firstValue(selector, document)));
    },
    extract: ({ document }) =>
      Object.fromEntries(
        selectors.flatMap((selector) => {
          const value = valueText(firstValue(selector, document));
          return value === undefined ? [] : [[selector.text, value]];
        }),
      ),
  };
}

function fieldsPattern(text: string): LogPattern {
  const { match, names, regexCount } = compileFields(text);
  checkRegexes(regexCount);
  return {
    kind: 'fields',
    hasRegex: regexCount > 0,
    matches: (message) => match(message) !== undefined,
    match(message) {
      const fields = match(message);
      return fields && { fields };
    },
    reader: (selector) =>
      names.includes(selector) || /^\$[1-9]\d{0,3}$/.test(selector) ? ({ fields }) => fields?.get(selector) : undefined,
    extract: ({ fields }) => Object.fromEntries(fields ?? []),
  };
}

function checkRegexes(count: number): void {
  if (count > LOG_PATTERN_LIMITS.maxRegexes) throw new LogPatternSyntaxError();
}

/** Undefined for what is no JSON object or list: it is text to patterns. */
function parseDocument(message: string): unknown {
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function wholeSelector(text: string): Selector | undefined {
  const cursor = new Cursor(text.trim());
  try {
    const selector = readSelector(cursor);
    return cursor.atEnd ? selector : undefined;
  } catch (error) {
    if (error instanceof LogPatternSyntaxError) return undefined;
    throw error;
  }
}

function valueText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
