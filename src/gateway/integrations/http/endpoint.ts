import type { UpstreamOrigin } from '../../../http/index.ts';
import type { RequestParameters } from '../../mapping/index.ts';
import { ConfigurationProblem, type MethodRequest, type Override } from '../../method/index.ts';
import { encodePath, encodePathSegment, encodeQueryPart, hasDotSegment } from '../../text/index.ts';

/** A compiled endpoint URL. */
export interface Endpoint {
  readonly origin: UpstreamOrigin;
  /** The whole URL of a path and query. */
  urlOf(path: string): string;
  /** The value of `Host`. */
  readonly host: string;
  /**
   * Path and query for a request; undefined when a path parameter's value would lead out of the configured path.
   * @param clientQuery the client's own query, raw, to go along; empty for none
   */
  pathFor(request: MethodRequest, clientQuery: string): string | undefined;
}

/** A stretch of text, or a parameter's value put in its place. */
type Piece = string | ((request: MethodRequest) => string | undefined);

/**
 * Compiles an HTTP integration's URI with its path and query string mappings. A value that fills one segment keeps to it (a
 * `/` in it is encoded); a greedy path parameter may fill several. Mapped query parameters are appended (fact D27).
 * @param uri with the stage's variables in place
 * @param resourcePath tells which path parameters are greedy
 * @param overridable whether a template may fill a placeholder that no mapping fills (fact D30)
 * @throws {ConfigurationProblem} for an invalid URL, or a placeholder that no mapping fills
 */
export function compileEndpoint(
  uri: string,
  parameters: RequestParameters,
  resourcePath: string,
  overridable = false,
): Endpoint {
  const parts = /^(https?):\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?$/i.exec(uri);
  if (parts === null) throw new ConfigurationProblem(`Invalid endpoint address: ${uri}`);
  const [, scheme = '', authority = '', path = '', query = ''] = parts;
  const origin = originOf(scheme.toLowerCase(), authority, uri);
  const pieces = compilePieces(path === '' ? '/' : path, parameters, resourcePath, overridable);
  const queryPieces = compilePieces(query, parameters, resourcePath, overridable);
  const isStatic = pieces.every(isText) && queryPieces.every(isText) && parameters.query.length === 0;
  const fixed = isStatic ? join(pieces.join(''), queryPieces.join('')) : undefined;
  const mappedQuery = (request: MethodRequest): string[] => {
    const overrides = request.overrides?.query ?? [];
    const replaced = new Set(overrides.map(([name]) => name));
    const mapped = parameters.query
      .filter(({ name }) => !replaced.has(name))
      .map(({ name, read }): Override => [name, read(request)]);
    return [...mapped, ...overrides].flatMap(([name, values]) =>
      values.map((value) => `${encodeQueryPart(name)}=${encodeQueryPart(value)}`),
    );
  };
  return {
    origin,
    host: authority,
    urlOf: (target) => `${scheme.toLowerCase()}://${authority}${target}`,
    pathFor(request, clientQuery) {
      if (fixed !== undefined && request.overrides === undefined)
        return clientQuery === '' ? fixed : join(fixed, clientQuery);
      const renderedPath = render(pieces, request);
      const renderedQuery = render(queryPieces, request);
      if (renderedPath === undefined || renderedQuery === undefined) return undefined;
      const query = [renderedQuery, clientQuery, ...mappedQuery(request)].filter((part) => part !== '');
      return join(renderedPath, query.join('&'));
    },
  };
}

function originOf(scheme: string, authority: string, uri: string): UpstreamOrigin {
  // A user name would be sent nowhere, and a placeholder would let a client choose the host.
  const valid = /^(?:\[([0-9a-f:.]+)\]|([^\s:@{}[\]\\]+))(?::(\d{1,5}))?$/i.exec(authority);
  const hostname = valid?.[1] ?? valid?.[2];
  if (hostname === undefined || !URL.canParse(`${scheme}://${authority}/`))
    throw new ConfigurationProblem(`Invalid endpoint address: ${uri}`);
  const port = valid?.[3];
  if (scheme === 'https') return { protocol: 'https:', hostname, port: port === undefined ? 443 : Number(port) };
  return { protocol: 'http:', hostname, port: port === undefined ? 80 : Number(port) };
}

function compilePieces(
  text: string,
  parameters: RequestParameters,
  resourcePath: string,
  overridable: boolean,
): readonly Piece[] {
  return text
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part): Piece => {
      const name = /^\{([^{}]+?)\+?\}$/.exec(part)?.[1];
      if (name === undefined) return escapeUnsafe(part);
      const parameter = parameters.path.get(name);
      if (parameter === undefined && !overridable)
        throw new ConfigurationProblem(`No parameter mapping fills "${part}" in the endpoint address.`);
      const greedy = /^method\.request\.path\.(.+)$/.exec(parameter?.source ?? '')?.[1];
      const encode = greedy !== undefined && resourcePath.includes(`{${greedy}+}`) ? encodePath : encodePathSegment;
      return (request) => {
        const value = request.overrides?.path(name) ?? parameter?.read(request)[0] ?? '';
        return hasDotSegment(`/${value}`) ? undefined : encode(value);
      };
    });
}

/** What cannot stand in a request target goes out percent-encoded; what is encoded already stays. */
function escapeUnsafe(text: string): string {
  return text.replace(/[^\x21-\x7e]|[\\"<>^`|]/gu, encodeQueryPart);
}

function render(pieces: readonly Piece[], request: MethodRequest): string | undefined {
  let text = '';
  for (const piece of pieces) {
    const part = isText(piece) ? piece : piece(request);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

function isText(piece: Piece): piece is string {
  return typeof piece === 'string';
}

function join(path: string, query: string): string {
  if (query === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
