import { JsonSyntaxError } from '../../../json/index.ts';
import { JsonPathLimitError } from '../../../jsonpath/index.ts';
import { compileBodyExpression } from '../../mapping/body-expression.ts';
import { ConfigurationProblem, Payload, type StageVariables, stageVariable } from '../../method/index.ts';
import { httpContextVariable } from '../context-variable.ts';
import type { HttpRequest } from '../http-request.ts';
import { headerValue, queryValue } from '../joined-values.ts';

/** What an expression is read from. */
export interface Source {
  readonly request: HttpRequest;
  /** Of the message that is mapped: of the request as it came, or of the backend's response. */
  readonly headers: readonly string[];
  /** Undefined where no expression reads it. */
  readonly body: Uint8Array | undefined;
}

/** Undefined where the source has no such value. */
export type ReadExpression = (source: Source) => string | undefined;

/** So much of a body JSONPath looks at (fact D133). */
const JSON_PATH_BYTES = 100 * 1024;

const VARIABLE = /\$\{([^{}]+)\}/g;

/**
 * Compiles what a parameter is set to: a static text, one `$variable`, or a text with `${variables}` in it (guide page
 * http-api-parameter-mapping).
 * @param side whose headers and body may be read
 * @throws {ConfigurationProblem} for a variable that is none
 */
export function compileExpression(
  text: string,
  side: 'request' | 'response',
  variables: StageVariables,
): { readonly read: ReadExpression; readonly readsBody: boolean } {
  const readsBody = new RegExp(`\\$\\{?${side}\\.body`).test(text);
  if (/^\$[a-zA-Z]/.test(text)) return { read: compileVariable(text.slice(1), side, variables), readsBody };
  const parts = text.split(VARIABLE).map((part, at): string | ReadExpression => {
    return at % 2 === 0 ? part : compileVariable(part, side, variables);
  });
  if (parts.length === 1) return { read: () => text, readsBody };
  return {
    read: (source) => parts.map((part) => (typeof part === 'string' ? part : (part(source) ?? ''))).join(''),
    readsBody,
  };
}

function compileVariable(name: string, side: 'request' | 'response', variables: StageVariables): ReadExpression {
  const [, kind = '', rest = ''] =
    /^(request\.header|response\.header|request\.querystring|request\.path|context|stageVariables)\.(.+)$/.exec(name) ??
    [];
  switch (kind) {
    case `${side}.header`:
      return headerReader(rest.toLowerCase());
    case 'request.querystring':
      if (side === 'request') return ({ request }) => queryValue(request.query, rest);
      break;
    case 'request.path':
      if (side === 'request') return ({ request }) => request.pathParameters?.[rest];
      break;
    case 'context': {
      const read = httpContextVariable(rest);
      if (read) return ({ request }) => read(request.context);
      break;
    }
    case 'stageVariables': {
      const value = stageVariable(variables, rest);
      return () => value;
    }
  }
  if (name === 'request.path' && side === 'request') return ({ request }) => request.address.path;
  if (name === `${side}.body`) return ({ body }) => body && Buffer.from(body).toString('utf8');
  const readBody = compileBodyExpression(name, side);
  if (readBody === undefined) throw new ConfigurationProblem(`"$${name}" is no variable of a parameter mapping.`);
  return ({ body }) => {
    if (body === undefined) return undefined;
    try {
      return readBody(new Payload(Buffer.from(body.subarray(0, JSON_PATH_BYTES)).toString('utf8')))[0];
    } catch (error) {
      if (error instanceof JsonSyntaxError || error instanceof JsonPathLimitError) return undefined;
      throw error;
    }
  };
}

function headerReader(lowerName: string): ReadExpression {
  return ({ headers }) => headerValue(headers, lowerName);
}
