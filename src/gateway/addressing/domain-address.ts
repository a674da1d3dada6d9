import type { Exchange } from '../../http/index.ts';
import type { CompiledDomain } from '../domains/index.ts';
import type { Authority } from './authority.ts';
import type { Address, AddressProblem } from './found.ts';
import type { Target } from './target.ts';

/** Below a domain name these two answer health checks (fact D16). */
const HEALTH_PATHS = new Set(['/ping', '/sping']);

/** Finds the API and the stage that a custom domain name leads a request to. */
export function addressByDomain(
  { domain, match }: CompiledDomain,
  exchange: Exchange,
  { path, query }: Target,
  { domainName, port, vpcEndpoint }: Authority,
): Address | AddressProblem {
  const { tls } = exchange.peer;
  // Mutual TLS: the certificate must have been found trusted by this very domain name (fact D156).
  if (domain.truststore !== undefined && tls?.client?.trustedBy !== domain.truststore.id) return 'forbidden';
  if (domain.endpointAccessMode === 'STRICT' && tls?.serverName !== domainName.toLowerCase()) {
    return 'forbidden';
  }
  if (HEALTH_PATHS.has(path)) return 'health';
  const route = match(path, exchange.headers);
  if (route === undefined) return 'forbidden';
  const { apiId, stage, end, basePath, ruleId } = route;
  // Without a stage of its own, a mapping leaves it to the next segment (features A11.2).
  const stageEnd = stage === undefined ? endOfSegment(path, end) : end;
  return {
    apiId,
    stageName: stage ?? path.slice(end + 1, stageEnd),
    path: stageEnd === path.length ? '/' : path.slice(stageEnd),
    query,
    domainName,
    port,
    domain: {
      path,
      arn: domain.access?.arn,
      basePath,
      ruleId,
      clientCertificate: domain.truststore && tls?.client?.certificate,
    },
    vpcEndpoint,
  };
}

function endOfSegment(path: string, slash: number): number {
  const next = path.indexOf('/', slash + 1);
  return next < 0 ? path.length : next;
}
