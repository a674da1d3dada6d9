import { contextVariable, type RequestContext } from '../request-context/index.ts';

/** A stage's variables; undefined when it has none. */
export type StageVariables = Readonly<Record<string, string>> | undefined;

/** The text that a template or an expression gives on one failed request. */
export type TextOf = (context: RequestContext) => string;

/** `$context.NAME`, `$stageVariables.NAME` and `method.request.LOCATION.NAME`, with or without braces. */
const REFERENCE =
  /\$\{?context\.([A-Za-z]\w*(?:\.\w+)*)\}?|\$\{?stageVariables\.(\w+)\}?|\$?\{?method\.request\.(path|querystring|header)\.([\w-]+)\}?/g;

/**
 * Compiles the template of a gateway response, which is not VTL: variables are replaced and nothing else (facts D48, D49; guide,
 * "Gateway responses in API Gateway"). What the request does not have becomes nothing; what is no variable stays as it is. Values
 * come from clients, so they are escaped for the content type; `$context.error.messageString` is in quotes already.
 */
export function compileTemplate(text: string, contentType: string, variables: StageVariables): TextOf {
  const escaped = escapeFor(contentType);
  const parts: (string | TextOf)[] = [];
  let from = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, contextName, stageName, location, parameter] = match;
    const read = readerOf(contextName, stageName, location, parameter, variables);
    parts.push(text.slice(from, match.index));
    if (read === undefined) parts.push(whole);
    else if (contextName === 'error.messageString') parts.push(read);
    else parts.push((context) => escaped(read(context)));
    from = match.index + whole.length;
  }
  parts.push(text.slice(from));
  return (context) => parts.map((part) => (typeof part === 'string' ? part : part(context))).join('');
}

/**
 * Compiles what fills a header: a static value in quotes, `context.NAME`, `stageVariables.NAME` or
 * `method.request.LOCATION.NAME` (fact D85).
 * @returns undefined for anything else
 */
export function compileExpression(
  expression: string,
  variables: StageVariables,
): ((context: RequestContext) => string | undefined) | undefined {
  const fixed = /^'(.*)'$/s.exec(expression)?.[1];
  if (fixed !== undefined) return () => fixed;
  const [, contextName, stageName, location, parameter] =
    /^(?:context\.(.+)|stageVariables\.(\w+)|method\.request\.(path|querystring|header)\.(.+))$/.exec(expression) ?? [];
  if (stageName !== undefined) return () => variables?.[stageName];
  if (contextName !== undefined) return contextVariable(contextName);
  if (location === undefined || parameter === undefined) return undefined;
  return (context) => context.parameter(location as ParameterLocation, parameter);
}

type ParameterLocation = 'path' | 'querystring' | 'header';

function readerOf(
  contextName: string | undefined,
  stageName: string | undefined,
  location: string | undefined,
  parameter: string | undefined,
  variables: StageVariables,
): TextOf | undefined {
  if (stageName !== undefined) return () => variables?.[stageName] ?? '';
  if (location !== undefined && parameter !== undefined)
    return (context) => context.parameter(location as ParameterLocation, parameter) ?? '';
  const read = contextName === undefined ? undefined : contextVariable(contextName);
  return read && ((context) => read(context) ?? '');
}

function escapeFor(contentType: string): (text: string) => string {
  if (/json/i.test(contentType)) return (text) => JSON.stringify(text).slice(1, -1);
  if (/xml|html/i.test(contentType))
    return (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return (text) => text;
}
