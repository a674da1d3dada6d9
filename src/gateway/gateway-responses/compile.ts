import type { GatewayResponse } from '../../model/index.ts';
import type { RequestContext } from '../request-context/index.ts';
import { acceptedType, firstHeader, headerText, isToken, mediaTypeOf } from '../text/index.ts';
import { type GatewayFailure, type RenderedFailure, renderFailure } from './render.ts';
import { GATEWAY_RESPONSES } from './table.ts';
import { compileExpression, compileTemplate, type StageVariables, type TextOf } from './template.ts';

/** Words the failures of one stage. */
export type FailureWording = (failure: GatewayFailure, context: RequestContext) => RenderedFailure;

/** A gateway response that an API defines, made ready. */
interface Wording {
  readonly status: number | undefined;
  readonly headers: readonly {
    readonly name: string;
    readonly read: (context: RequestContext) => string | undefined;
  }[];
  /** By content type; undefined leaves the body as it is by itself. */
  readonly bodies: ReadonlyMap<string, TextOf | undefined>;
}

/** The template that every type has by itself: what it gives is what the table says already (fact D49). */
const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';

/** How the message is framed is not an API's to say (RFC 9112). */
const OF_THE_CONNECTION = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Compiles the gateway responses that an API defines: its own for a type, else the one for `DEFAULT_4XX` or `DEFAULT_5XX`, whose
 * status then stands in for every status of its class (fact D82). 413 cannot be worded (fact D84), nor can what AWS's front
 * answers before an API is known.
 * @param warn is told once of a header that cannot be filled
 * @returns undefined when the API defines none
 */
export function compileGatewayResponses(
  defined: readonly GatewayResponse[],
  variables: StageVariables,
  warn: (message: string) => void,
): FailureWording | undefined {
  if (defined.length === 0) return undefined;
  const wordings = new Map<string, Wording>(
    defined.map((response) => [response.responseType, compileWording(response, variables, warn)]),
  );
  return (failure, context) => {
    const plain = renderFailure(failure);
    if (!GATEWAY_RESPONSES[failure.type].isCustomizable) return plain;
    const fallback = plain.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
    const wording = wordings.get(failure.type) ?? wordings.get(fallback);
    return wording === undefined ? plain : worded(plain, wording, context);
  };
}

function compileWording(
  { responseType, statusCode, responseParameters, responseTemplates }: GatewayResponse,
  variables: StageVariables,
  warn: (message: string) => void,
): Wording {
  const headers = Object.entries(responseParameters).flatMap(([key, expression]) => {
    const name = key.replace(/^gatewayresponse\.header\./, '');
    const read = compileExpression(expression, variables);
    if (read !== undefined && isToken(name) && !OF_THE_CONNECTION.has(name.toLowerCase())) return [{ name, read }];
    warn(
      `The gateway response ${responseType} leaves out its header "${name}": it cannot be filled with ${expression}.`,
    );
    return [];
  });
  const bodies = new Map(
    Object.entries(responseTemplates).map(([contentType, text]) => [
      contentType,
      text === DEFAULT_TEMPLATE ? undefined : compileTemplate(text, contentType, variables),
    ]),
  );
  return { status: statusCode === undefined ? undefined : Number(statusCode), headers, bodies };
}

function worded(
  plain: RenderedFailure,
  { status, headers, bodies }: Wording,
  context: RequestContext,
): RenderedFailure {
  const added: string[] = [];
  const replaced = new Set<string>();
  for (const { name, read } of headers) {
    const value = read(context);
    const text = value === undefined ? undefined : headerText(value);
    if (text === undefined) continue;
    added.push(name, text);
    replaced.add(name.toLowerCase());
  }
  const [contentType, body] = chosen(bodies, context) ?? [undefined, undefined];
  const own = body === undefined ? plain.headers : withContentType(plain.headers, contentType);
  return {
    // An informational status would not end the exchange.
    status: status !== undefined && status >= 200 ? status : plain.status,
    headers: [...without(own, replaced), ...added],
    body: body === undefined ? plain.body : Buffer.from(body(context)),
  };
}

/** By the first type that the client accepts; else the one for JSON, else the first (as mapping templates of responses). */
function chosen(bodies: Wording['bodies'], context: RequestContext): readonly [string, TextOf | undefined] | undefined {
  const accepted = acceptedType(firstHeader(context.headers, 'accept'));
  const entries = [...bodies];
  return (
    entries.find(([contentType]) => mediaTypeOf(contentType) === accepted) ??
    entries.find(([contentType]) => mediaTypeOf(contentType) === 'application/json') ??
    entries[0]
  );
}

function withContentType(headers: readonly string[], contentType: string | undefined): readonly string[] {
  if (contentType === undefined) return headers;
  return ['Content-Type', contentType, ...without(headers, new Set(['content-type']))];
}

function without(headers: readonly string[], names: ReadonlySet<string>): readonly string[] {
  return headers.filter((_, index) => !names.has((headers[index - (index % 2)] as string).toLowerCase()));
}
