import { contextVariable, type RequestContext } from '../request-context/index.ts';

/** A stage's variables; undefined when it has none. */
export type StageVariables = Readonly<Record<string, string>> | undefined;

/** The text that a template or an expression gives on one failed request. */
export type TextOf = (context: RequestContext) => string;

const PARAMETER = String.raw`method\.request\.(?:path|querystring|header)\.[\w-]+`;
const NAME = String.raw`context\.[A-Za-z]\w*(?:\.\w+)*|stageVariables\.\w+|${PARAMETER}`;
/** `$NAME` or `${NAME}`, of which a parameter of the request also stands for itself. A brace that none opened is the template's own. */
const REFERENCE = new RegExp(String.raw`\$\{(${NAME})\}|\$(${NAME})|(${PARAMETER})`, 'g');
/** What a name consists of. */
const NAMED = /^(?:context\.(.+)|stageVariables\.(\w+)|method\.request\.(path|querystring|header)\.(.+))$/;

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
    const [whole, braced, plain, parameter] = match;
    const name = braced ?? plain ?? parameter ?? '';
    const read = compileName(name, variables);
    parts.push(text.slice(from, match.index));
    if (read === undefined) parts.push(whole);
    else if (name === 'context.error.messageString') parts.push((context) => read(context) ?? '');
    else parts.push((context) => escaped(read(context) ?? ''));
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
  return compileName(expression, variables);
}

/** @returns undefined for what is no variable */
function compileName(
  name: string,
  variables: StageVariables,
): ((context: RequestContext) => string | undefined) | undefined {
  const [, contextName, stageName, location, parameter] = NAMED.exec(name) ?? [];
  if (stageName !== undefined) {
    // Its own: `constructor` is a name that any object answers to.
    const value = variables && Object.hasOwn(variables, stageName) ? variables[stageName] : undefined;
    return () => value;
  }
  if (contextName !== undefined) return contextVariable(contextName);
  if (location === undefined || parameter === undefined) return undefined;
  return (context) => context.parameter(location as ParameterLocation, parameter);
}

type ParameterLocation = 'path' | 'querystring' | 'header';

function escapeFor(contentType: string): (text: string) => string {
  if (/json/i.test(contentType)) return (text) => JSON.stringify(text).slice(1, -1);
  if (/xml|html/i.test(contentType))
    return (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return (text) => text;
}
