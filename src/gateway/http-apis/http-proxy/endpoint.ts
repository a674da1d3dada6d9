import type { UpstreamOrigin } from '../../../http/index.ts';
import { compileEndpoint } from '../../integrations/http/index.ts';
import type { RequestParameters } from '../../mapping/index.ts';
import type { HttpRequest } from '../http-request.ts';

/** Where a route's requests go. */
export interface HttpEndpoint {
  readonly origin: UpstreamOrigin;
  /** The value of `Host`. */
  readonly host: string;
  /** The whole URL, for people. */
  urlOf(path: string): string;
  /** Path and query; undefined when a variable's value would lead out of the configured path. */
  pathFor(request: HttpRequest, query: string): string | undefined;
}

/**
 * Compiles an integration's URI. Variables of the route's path stand in it in braces; `$default` appends the whole path of the
 * request (fact D127).
 * @param uri with the stage's variables in place
 * @param routePath the route's path, or `$default`
 * @throws {ConfigurationProblem} for a URI that is none, or a variable that the route does not have
 */
export function compileHttpEndpoint(uri: string, routePath: string): HttpEndpoint {
  const endpoint = compileEndpoint(uri, variablesOf(routePath), routePath);
  const { origin, host } = endpoint;
  const urlOf = (path: string) => endpoint.urlOf(path);
  if (routePath !== '$default')
    return { origin, host, urlOf, pathFor: (request, query) => endpoint.pathFor(request, query) };
  return {
    origin,
    host,
    urlOf,
    pathFor(request, query) {
      const [path = '', ...own] = (endpoint.pathFor(request, '') ?? '').split('?');
      const queries = [own.join('?'), query].filter((part) => part !== '').join('&');
      return `${path.replace(/\/$/, '')}${request.address.path}${queries === '' ? '' : `?${queries}`}`;
    },
  };
}

function variablesOf(routePath: string): RequestParameters {
  const names = [...routePath.matchAll(/\{([^{}]+?)\+?\}/g)].map(([, name = '']) => name);
  return {
    headers: [],
    query: [],
    path: new Map(
      names.map((name) => [
        name,
        { name, source: `method.request.path.${name}`, read: ({ pathParameters }) => [pathParameters?.[name] ?? ''] },
      ]),
    ),
    dropped: new Set(),
    fromBody: [],
  };
}
