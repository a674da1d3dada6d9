import { StartError } from '../../../server/index.ts';

/** What somebody asks for, in their own words. */
export interface CorsChoices {
  readonly origin: string;
  /** Names with commas between them. */
  readonly headers: string;
  /** Verbs with commas between them; those of the resource where it is absent. */
  readonly methods?: string;
}

/** The values of the three headers of a preflight's answer (Fetch standard, "CORS protocol"). */
export interface CorsHeaders {
  readonly 'Access-Control-Allow-Headers': string;
  readonly 'Access-Control-Allow-Methods': string;
  readonly 'Access-Control-Allow-Origin': string;
}

/** Of `ANY` (fact D5). */
const VERBS: readonly string[] = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
/** RFC 9110, 5.6.2, without the quote that would end a static value of a mapping. */
const TOKEN = /^[\w!#$%&*+.^`|~-]+$/;

/**
 * @param verbs those of the resource, `ANY` among them
 * @throws {StartError} for what no browser would understand
 */
export function corsHeadersOf({ origin, headers, methods }: CorsChoices, verbs: readonly string[]): CorsHeaders {
  if (!isOrigin(origin)) {
    throw new StartError(`${origin} is no origin; say * or one such as https://example.com, without a path.`);
  }
  const names = listOf(headers);
  if (names.length === 0) throw new StartError('Say at least one header that a page may send, or *.');
  const nameless = names.find((name) => !TOKEN.test(name));
  if (nameless !== undefined) throw new StartError(`${nameless} is no name of a header.`);
  const allowed = methods === undefined ? verbsOf(verbs) : listOf(methods.toUpperCase());
  if (allowed.length === 0) throw new StartError('Say at least one method that a page may use, or *.');
  const unknown = allowed.find((verb) => verb !== '*' && !VERBS.includes(verb));
  if (unknown !== undefined) throw new StartError(`${unknown} is no method; there are ${VERBS.join(', ')}.`);
  return {
    'Access-Control-Allow-Headers': names.join(','),
    'Access-Control-Allow-Methods': allowed.join(','),
    'Access-Control-Allow-Origin': origin,
  };
}

function isOrigin(text: string): boolean {
  return text === '*' || (URL.canParse(text) && new URL(text).origin === text && !text.includes("'"));
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function verbsOf(verbs: readonly string[]): readonly string[] {
  return verbs.includes('ANY') ? VERBS : [...new Set([...verbs, 'OPTIONS'])].sort();
}
