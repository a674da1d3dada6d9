import type { Exchange } from '../../http/index.ts';
import type { RequestAddress } from '../gateway.ts';
import { firstHeader, hasDotSegment } from '../text/index.ts';
import { apiIdOfHost, hostnameOf, portOf } from './host.ts';
import { splitTarget } from './target.ts';

/** A stage that a request is for, whether or not it exists. */
export interface Address extends RequestAddress {
  readonly apiId: string;
  /** The first segment below the API; empty when the request ends before it. */
  readonly stageName: string;
}

/** `malformed`: it cannot be told safely what is meant. `nobody`: neither host nor path names an API. */
export type AddressProblem = 'malformed' | 'nobody';

/** Finds the API and the stage that a request names. */
export function addressOf(exchange: Exchange): Address | AddressProblem {
  const target = splitTarget(exchange.target);
  if (target === undefined) return 'malformed';
  const authority = target.authority ?? firstHeader(exchange.headers, 'host') ?? '';
  if (hasDotSegment(target.path)) return 'malformed';
  const domainName = hostnameOf(authority);
  const rest = { query: target.query, domainName, port: portOf(authority) };
  const apiId = apiIdOfHost(domainName);
  if (apiId !== undefined) return { ...rest, apiId, ...stageAndPath(target.path, 1) };
  const { path } = target;
  if (path.startsWith('/_aws/execute-api/')) return byPath(path, '/_aws/execute-api/', '', rest);
  if (path.startsWith('/restapis/')) return byPath(path, '/restapis/', '/_user_request_', rest);
  return 'nobody';
}

function byPath(
  path: string,
  prefix: string,
  mark: string,
  rest: Pick<Address, 'query' | 'domainName' | 'port'>,
): Address | AddressProblem {
  const slash = path.indexOf('/', prefix.length);
  const apiId = path.slice(prefix.length, slash < 0 ? undefined : slash);
  if (apiId === '' || slash < 0) return 'nobody';
  const found = stageAndPath(path, slash + 1);
  if (mark === '') return { ...rest, apiId, ...found };
  if (found.path !== mark && !found.path.startsWith(`${mark}/`)) return 'nobody';
  return { ...rest, apiId, stageName: found.stageName, path: found.path.slice(mark.length) || '/' };
}

function stageAndPath(path: string, from: number): { stageName: string; path: string } {
  const slash = path.indexOf('/', from);
  if (slash < 0) return { stageName: path.slice(from), path: '/' };
  return { stageName: path.slice(from, slash), path: path.slice(slash) };
}
