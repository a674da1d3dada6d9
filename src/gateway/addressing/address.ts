import type { Exchange } from '../../http/index.ts';
import type { DomainTable } from '../domains/index.ts';
import { firstHeader, hasDotSegment } from '../text/index.ts';
import { type Authority, authorityOf } from './authority.ts';
import { addressByDomain } from './domain-address.ts';
import type { Address, AddressProblem } from './found.ts';
import { splitTarget, type Target } from './target.ts';

/** Finds the API and the stage that a request names. */
export function addressOf(exchange: Exchange, domains: DomainTable): Address | AddressProblem {
  const target = splitTarget(exchange.target);
  if (target === undefined) return 'malformed';
  const authority = authorityOf(target.authority ?? firstHeader(exchange.headers, 'host') ?? '');
  const { path } = target;
  if (hasDotSegment(path)) return 'malformed';
  if (authority.apiId !== undefined) return addressIn(target, authority, authority.apiId, 1, '');
  const domain = domains.find(authority.domainName, exchange);
  if (domain === 'forbidden') return domain;
  if (domain !== undefined) return addressByDomain(domain, exchange, target, authority);
  if (authority.vpcEndpoint !== undefined) return addressByHeader(exchange, target, authority);
  if (path.startsWith(BY_PATH)) return addressByPath(target, authority, BY_PATH.length, '');
  if (path.startsWith(BY_INVOKE_PATH)) return addressByPath(target, authority, BY_INVOKE_PATH.length, INVOKE_MARK);
  return addressByHeader(exchange, target, authority);
}

const BY_PATH = '/_aws/execute-api/';
const BY_INVOKE_PATH = '/restapis/';
const INVOKE_MARK = '/_user_request_';

/** Below a host name that names no API, a client of a private one may name it in a header (fact D157). */
function addressByHeader({ headers }: Exchange, target: Target, authority: Authority): Address | AddressProblem {
  const apiId = firstHeader(headers, 'x-apigw-api-id');
  if (apiId !== undefined) return addressIn(target, authority, apiId, 1, '');
  return authority.vpcEndpoint === undefined ? 'nobody' : 'forbidden';
}

/** @param apiStart where the API's id begins in the path */
function addressByPath(target: Target, authority: Authority, apiStart: number, mark: string): Address | AddressProblem {
  const slash = target.path.indexOf('/', apiStart);
  if (slash <= apiStart) return 'nobody';
  return addressIn(target, authority, target.path.slice(apiStart, slash), slash + 1, mark);
}

/**
 * @param stageStart where the stage's name begins in the path
 * @param mark what must follow the stage's name before the path that the API sees
 */
function addressIn(
  { path, query }: Target,
  { domainName, port, vpcEndpoint }: Authority,
  apiId: string,
  stageStart: number,
  mark: string,
): Address | AddressProblem {
  const slash = path.indexOf('/', stageStart);
  const stageEnd = slash < 0 ? path.length : slash;
  const pathStart = stageEnd + mark.length;
  const isMarked =
    path.startsWith(mark, stageEnd) && (pathStart === path.length || path.charCodeAt(pathStart) === SLASH);
  if (mark !== '' && !isMarked) return 'nobody';
  return {
    apiId,
    stageName: path.slice(stageStart, stageEnd),
    path: pathStart === path.length ? '/' : path.slice(pathStart),
    query,
    domainName,
    port,
    domain: undefined,
    vpcEndpoint,
  };
}

const SLASH = 0x2f;
